// Orders activities by their dependencies: once and for all, or by a priority; finds the circle where there is one.
import type { Compiled, LinkList } from './compile.ts';

/** Every place after all it depends on, lower places first; null where some depend on each other in a circle. */
export function topologicalOrder(n: number, into: LinkList, out: LinkList): Int32Array | null {
	const keys = new Float64Array(n);
	const order = new Int32Array(n);
	return arrange(n, into, out, keys, order) === n ? order : null;
}

/**
 * L-3: fills `order` with the activities by key, lowest first, equal keys by place, each after all it depends on.
 * With `backwards`, each before all it depends on.
 */
export function orderByKeys(
	{ count, into, out }: Compiled,
	keys: Float64Array,
	order: Int32Array,
	direction: 'forwards' | 'backwards' = 'forwards'
): void {
	if (direction === 'forwards') arrange(count, into, out, keys, order);
	else arrange(count, out, into, keys, order);
}

// Kept between calls: the sampling orders activities thousands of times.
let waiting = new Int32Array(0);
let heap = new Int32Array(0);

/** Takes the lowest ready place from a binary heap until none is ready; returns how many it took. */
function arrange(
	n: number,
	into: LinkList,
	out: LinkList,
	keys: Float64Array,
	order: Int32Array
): number {
	if (heap.length < n) {
		waiting = new Int32Array(n);
		heap = new Int32Array(n);
	}
	let size = 0;
	let taken = 0;
	for (let i = 0; i < n; i++) {
		waiting[i] = into.start[i + 1]! - into.start[i]!;
		if (waiting[i] === 0) size = push(keys, size, i);
	}
	while (size > 0) {
		const next = heap[0]!;
		size = pop(keys, size);
		order[taken++] = next;
		for (let k = out.start[next]!; k < out.start[next + 1]!; k++) {
			const after = out.other[k]!;
			waiting[after]!--;
			if (waiting[after] === 0) size = push(keys, size, after);
		}
	}
	return taken;
}

function isBefore(keys: Float64Array, a: number, b: number): boolean {
	return keys[a]! < keys[b]! || (keys[a] === keys[b] && a < b);
}

function push(keys: Float64Array, size: number, place: number): number {
	let at = size;
	while (at > 0) {
		const parent = (at - 1) >> 1;
		if (!isBefore(keys, place, heap[parent]!)) break;
		heap[at] = heap[parent]!;
		at = parent;
	}
	heap[at] = place;
	return size + 1;
}

function pop(keys: Float64Array, size: number): number {
	const last = heap[size - 1]!;
	const left = size - 1;
	let at = 0;
	for (;;) {
		let child = 2 * at + 1;
		if (child >= left) break;
		if (child + 1 < left && isBefore(keys, heap[child + 1]!, heap[child]!)) child++;
		if (!isBefore(keys, heap[child]!, last)) break;
		heap[at] = heap[child]!;
		at = child;
	}
	if (left > 0) heap[at] = last;
	return left;
}

/** The places of one circle of dependencies, in order; empty where there is none. */
export function findCycle(n: number, out: LinkList): number[] {
	const state = new Uint8Array(n);
	for (let root = 0; root < n; root++) {
		if (state[root] !== 0) continue;
		const path = [root];
		const next = [out.start[root]!];
		state[root] = 1;
		while (path.length > 0) {
			const here = path[path.length - 1]!;
			const k = next[next.length - 1]!;
			if (k >= out.start[here + 1]!) {
				state[here] = 2;
				path.pop();
				next.pop();
				continue;
			}
			next[next.length - 1] = k + 1;
			const to = out.other[k]!;
			if (state[to] === 1) return path.slice(path.indexOf(to));
			if (state[to] === 2) continue;
			state[to] = 1;
			path.push(to);
			next.push(out.start[to]!);
		}
	}
	return [];
}
