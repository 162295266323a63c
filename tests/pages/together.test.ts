// Three windows on one plan: two people drag bars on the timeline while a third reads the heatmap. In the end all three
// show what a rebuild from the board's export says.
import type { Page } from '@playwright/test';
import { addDays, dayNumber, mondayOf, type Span } from '#lib/domain/days.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { loadCell } from '#lib/model/load-cell.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { differFromPlan, readTimeline } from '../drawn-timeline.ts';
import { rebuildBoard } from '../exported-board.ts';
import { bars, board, expect, test, untilSaved } from './site.ts';

const DRAGS = 3;
const PX_PER_WEEK = 7 * 18;
/** Who is dragged, and on which work. */
const dragged = {
	'Grace Lindqvist': 'Code of conduct 2027',
	'Lena Vogt': 'Sales playbook: twelve countries'
};

/** Takes the first bar of a person's project by a week. */
async function dragOn(page: Page, person: string, project: string): Promise<void> {
	const bar = bars(page, person, project).first();
	await bar.scrollIntoViewIfNeeded();
	const box = (await bar.boundingBox())!;
	const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 20, y, { steps: 3 });
	await page.mouse.move(x + PX_PER_WEEK, y, { steps: 5 });
	await page.mouse.up();
	await untilSaved(page);
}

const readBoard = async (page: Page): Promise<BoardReader> =>
	rebuildBoard(await (await page.request.get(`/api/boards/${board}/export.json`)).text());

const spansOf = (from: BoardReader, person: string, project: string): Span[] =>
	[...from.all('allocations')].flatMap((row) =>
		row.span &&
		from.get('people', row.person)?.name === person &&
		from.get('projects', row.project)?.title === project
			? [row.span]
			: []
	);

const named = (page: Page, selector: string): Promise<string[]> =>
	page
		.locator(selector)
		.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '').filter(Boolean));

test('two drag on the timeline, a third reads the heatmap: all equal a rebuild from the export', async ({
	open
}) => {
	test.setTimeout(120_000);
	const planner = await open('planner', 'timeline');
	const owner = await open('owner', 'timeline');
	const reader = await open('viewer', 'heatmap');
	const before = await readBoard(owner);
	const [[ownPerson, ownWork], [otherPerson, otherWork]] = Object.entries(dragged) as [
		[string, string],
		[string, string]
	];
	for (let i = 0; i < DRAGS; i++) {
		await Promise.all([dragOn(planner, ownPerson, ownWork), dragOn(owner, otherPerson, otherWork)]);
	}
	const rebuilt = await readBoard(owner);
	const today = new Date().toISOString().slice(0, 10);
	const load = new TeamLoad(rebuilt, mondayOf(today), addDays(mondayOf(today), 52 * 7 - 1));
	// Two people of one name are two rows.
	const byName = Map.groupBy(rebuilt.all('people'), ({ name }) => name);

	const wrong = async (): Promise<string[]> =>
		(await named(reader, '[role="gridcell"]')).filter((label) => {
			const [, name, monday, words] = /^(.+), week of (\S+), (.+)$/.exec(label) ?? [];
			const says = byName
				.get(name ?? '')
				?.map(({ id }) => loadCell(load.week(id, monday!), 'booked').words);
			return says && !says.includes(words ?? '');
		});
	await expect.poll(wrong).toEqual([]);
	expect((await named(reader, '[role="gridcell"]')).length).toBeGreaterThan(60);

	// Each took a bar of that row a week on, three times over, and all of it is in what is exported.
	for (const [person, project] of Object.entries(dragged)) {
		const [was, now] = [spansOf(before, person, project), spansOf(rebuilt, person, project)];
		expect(now, `${person} on ${project}`).toHaveLength(was.length);
		const shifts = (['from', 'to'] as const).map(
			(end) =>
				now.reduce((sum, span) => sum + dayNumber(span[end]), 0) -
				was.reduce((sum, span) => sum + dayNumber(span[end]), 0)
		);
		expect(shifts, `${person} on ${project}`).toEqual([DRAGS * 7, DRAGS * 7]);
	}

	for (const window of [planner, owner]) {
		const differences = async (): Promise<string[]> =>
			differFromPlan(await readTimeline(window, today), rebuilt);
		await expect.poll(differences).toEqual([]);
		const { rows } = await readTimeline(window, today);
		expect(rows.flatMap(({ bars: drawn }) => drawn).length).toBeGreaterThan(10);
	}
	for (const window of [planner, owner])
		for (let i = 0; i < DRAGS; i++)
			await window.getByRole('button', { name: /^Undo/ }).first().click();
});
