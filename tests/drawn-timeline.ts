// What a timeline's window draws, row by row, and how that differs from a plan: the oracle of tests and benches.
import type { Page } from '@playwright/test';
import { addDays, type Day, type Span } from '#lib/domain/days.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { activePeople, bookingOf } from '#lib/model/team-load.ts';

export interface DrawnTimeline {
	/** Days that are wholly in view, by the pole of today on the axis and the width of a day. */
	days: Span;
	/** Names of rows, and of the bars on them. */
	rows: { name: string; bars: string[] }[];
	/** True where rows lie one under the other without a gap, over the whole height in view. */
	isWhole: boolean;
}

/** Reads the timeline of a page that reads from left to right, once it is whole; `today` is the board's. */
export async function readTimeline(page: Page, today: Day): Promise<DrawnTimeline> {
	await page.waitForSelector('[role="table"][aria-busy="false"]');
	const { first, last, rows, isWhole } = await page.evaluate(() => {
		const box = document.querySelector<HTMLElement>('[role="region"][aria-label="Timeline"]')!;
		const px = (text: string): number => Number.parseFloat(text);
		const dayPx = px(box.style.getPropertyValue('--day'));
		const viewPx = box.clientWidth - px(box.style.getPropertyValue('--names'));
		const axisPx = box.querySelector('.axis')!.getBoundingClientRect().height;
		const todayPx = px(box.querySelector<HTMLElement>('.axis .pole')!.style.left) - dayPx / 2;
		const sheet = box.querySelector<HTMLElement>('[role="table"]')!;
		const lines = [...sheet.querySelectorAll<HTMLElement>(':scope > [role="row"]')]
			.map((row) => ({
				name: row.getAttribute('aria-label') ?? '',
				bars: [...row.querySelectorAll('button[data-bar]')].map(
					(bar) => bar.getAttribute('aria-label') ?? ''
				),
				topPx: px(row.style.insetBlockStart),
				endPx: px(row.style.insetBlockStart) + px(row.style.blockSize)
			}))
			.sort((a, b) => a.topPx - b.topPx);
		const endPx = Math.min(box.scrollTop + box.clientHeight - axisPx, px(sheet.style.blockSize));
		// The row with the focus is drawn wherever it is.
		const inView = lines.filter((line) => line.endPx > box.scrollTop && line.topPx < endPx);
		return {
			first: Math.ceil((box.scrollLeft - todayPx) / dayPx),
			last: Math.floor((box.scrollLeft + viewPx - todayPx) / dayPx) - 1,
			rows: lines.map(({ name, bars }) => ({ name, bars })),
			isWhole:
				inView.length > 0 &&
				inView[0]!.topPx <= box.scrollTop &&
				inView.at(-1)!.endPx >= endPx - 1 &&
				inView.every((line, i) => i === 0 || Math.abs(line.topPx - inView[i - 1]!.endPx) < 1)
		};
	});
	return { days: { from: addDays(today, first), to: addDays(today, last) }, rows, isWhole };
}

/**
 * How the rows of people differ from the plan, both ways, in words; empty where they say the same. Bookings that hold a
 * day in view must be drawn, each once; what is drawn besides must be booked.
 */
export function differFromPlan(
	{ days, rows, isWhole }: DrawnTimeline,
	board: BoardReader
): string[] {
	const titles = new Set([...board.all('projects')].map(({ title }) => title));
	const planned = planOfPeople(board);
	const wrong = isWhole ? [] : ['rows in view are not drawn'];
	const people = rows.filter(({ name }) => planned.has(name));
	if (people.length === 0) wrong.push('no row is a person’s');
	for (const { name, bars } of people) {
		const left = [...planned.get(name)!];
		for (const label of bars) {
			const [, title = '', dates = ''] =
				/^(.+), (\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d)$/.exec(label) ?? [];
			const at = left.indexOf(nameOf(titles.has(title) ? title : '', dates));
			if (at < 0) wrong.push(`${name}: "${label}" is drawn and not booked so`);
			else left.splice(at, 1);
		}
		for (const one of left) {
			const [from, to] = one.slice(0, 24).split(' to ') as [Day, Day];
			if (from <= days.to && to >= days.from)
				wrong.push(`${name}: "${one}" is booked and not drawn`);
		}
	}
	return wrong;
}

/** Work that is no project's has a name of its own: only its days are compared. */
const nameOf = (title: string, dates: string): string => `${dates} ${title}`;

function planOfPeople(board: BoardReader): Map<string, string[]> {
	const names = new Map(activePeople(board).map(({ id, name }) => [id, name]));
	const planned = new Map([...names.values()].map((name) => [name, [] as string[]]));
	for (const row of board.all('allocations')) {
		const booking = bookingOf(board, row);
		const { from, to } = booking?.span ?? { from: '9', to: '0' };
		const title = board.get('projects', row.project)?.title ?? '';
		if (booking && from <= to)
			planned.get(names.get(row.person) ?? '')?.push(nameOf(title, `${from} to ${to}`));
	}
	return planned;
}
