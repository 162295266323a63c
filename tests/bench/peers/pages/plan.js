// The same plan for every peer: bars one after the other in each row over 52 weeks, and cards in six columns. Seeded, so
// that each run draws the same.

export const FROM = Date.UTC(2026, 0, 5);
export const DAY_MS = 86_400_000;
export const DAYS = 364;
export const PX_PER_DAY = 24;
export const COLUMNS = 6;

function seeded(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export const toDate = (day) => new Date(FROM + day * DAY_MS);

export function listBars(count, rows) {
	const random = seeded(42);
	const each = Math.ceil(count / rows);
	const slotDays = DAYS / each;
	return Array.from({ length: count }, (_, i) => {
		const start = Math.floor(i / rows) * slotDays + random() * slotDays * 0.2;
		const days = Math.max(1, slotDays * (0.45 + random() * 0.3));
		return { id: i + 1, row: i % rows, start, days, name: `Course ${i + 1}` };
	});
}

export const listRows = (rows) =>
	Array.from({ length: rows }, (_, i) => ({ id: i, name: `Person ${i + 1}` }));

export function listColumns(count) {
	const random = seeded(7);
	const columns = Array.from({ length: COLUMNS }, (_, id) => ({ id, items: [] }));
	for (let i = 0; i < count; i++)
		columns[i % COLUMNS].items.push({
			id: `c${i}`,
			title: `Course ${i + 1}`,
			code: `LD-${1000 + i}`,
			hours: `${1 + Math.floor(random() * 40)} h`,
			lead: `P${Math.floor(random() * 60)}`
		});
	return columns;
}

/** Something drawn under these selectors that lies well inside the window. */
export function findInside(selector) {
	for (const element of document.querySelectorAll(selector)) {
		const box = element.getBoundingClientRect();
		if (box.x > 225 && box.right < 1400 && box.y > 200 && box.y < 700 && box.width > 12)
			return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}
	return null;
}

/** The element below #app with most to scroll. */
export function findScroller() {
	const room = (element) => element.scrollHeight - element.clientHeight;
	return (
		[...document.querySelectorAll('#app *')]
			.filter(
				(element) => room(element) > 200 && /auto|scroll/.test(getComputedStyle(element).overflowY)
			)
			.sort((a, b) => room(b) - room(a))[0] ?? null
	);
}

export const countDrawn = (selector) => document.querySelectorAll(selector).length;
