// Dinic's maximum flow over whole numbers: how much of what is asked for can be served at all, and which part of the
// network is too narrow. Refuses capacities that are not whole or are negative.

/** More than any sum of minutes; an arc that never narrows anything. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

export class FlowNetwork {
	/** First arc of each node and next arc of the same node, -1 for none; arc i and i ^ 1 are each other's back. */
	readonly #first: number[] = [];
	readonly #next: number[] = [];
	readonly #to: number[] = [];
	readonly #rest: number[] = [];

	/** Returns the new node's number, counted from 0. */
	addNode(): number {
		return this.#first.push(-1) - 1;
	}

	/** Adds an arc of a capacity in whole units; returns its number. */
	addArc(from: number, to: number, capacity: number): number {
		if (!Number.isSafeInteger(capacity) || capacity < 0)
			throw new RangeError(`Not a capacity: ${capacity}. Use whole units from 0 on.`);
		const arc = this.#to.length;
		this.#push(from, to, capacity);
		this.#push(to, from, 0);
		return arc;
	}

	/** Sends as much as fits from `source` to `sink`; returns what was sent. */
	send(source: number, sink: number): number {
		let sent = 0;
		for (;;) {
			const depths = this.#depthsFrom(source, sink);
			if (depths[sink] === -1) return sent;
			const arcs = this.#first.slice();
			for (;;) {
				const pushed = this.#pushPath(source, sink, depths, arcs);
				if (pushed === 0) break;
				sent += pushed;
			}
		}
	}

	/** What an arc could still take. */
	restOf(arc: number): number {
		return this.#rest[arc]!;
	}

	/** After `send`: the nodes the source still reaches, the side of the minimum cut where more is wanted. */
	reachedFrom(source: number): boolean[] {
		return this.#depthsFrom(source, -1).map((depth) => depth >= 0);
	}

	#push(from: number, to: number, capacity: number): void {
		this.#to.push(to);
		this.#rest.push(capacity);
		this.#next.push(this.#first[from]!);
		this.#first[from] = this.#to.length - 1;
	}

	#depthsFrom(source: number, sink: number): number[] {
		const depths = new Array<number>(this.#first.length).fill(-1);
		depths[source] = 0;
		const queue = [source];
		for (let head = 0; head < queue.length && (sink < 0 || depths[sink] === -1); head++) {
			const node = queue[head]!;
			for (let arc = this.#first[node]!; arc !== -1; arc = this.#next[arc]!) {
				const to = this.#to[arc]!;
				if (this.#rest[arc]! === 0 || depths[to] !== -1) continue;
				depths[to] = depths[node]! + 1;
				queue.push(to);
			}
		}
		return depths;
	}

	/** One shortest way with room, walked without recursion; `arcs` remembers which arcs lead nowhere. */
	#pushPath(source: number, sink: number, depths: number[], arcs: number[]): number {
		const path: number[] = [];
		let node = source;
		while (node !== sink) {
			const arc = arcs[node]!;
			if (arc === -1) {
				if (node === source) return 0;
				// A dead end: step back and never come here again.
				const last = path.pop()!;
				node = this.#to[last ^ 1]!;
				arcs[node] = this.#next[arcs[node]!]!;
				continue;
			}
			const to = this.#to[arc]!;
			if (this.#rest[arc]! > 0 && depths[to] === depths[node]! + 1) {
				path.push(arc);
				node = to;
			} else arcs[node] = this.#next[arc]!;
		}
		let room = UNLIMITED;
		for (const arc of path) room = Math.min(room, this.#rest[arc]!);
		for (const arc of path) {
			this.#rest[arc]! -= room;
			this.#rest[arc ^ 1]! += room;
		}
		return room;
	}
}
