// Three windows on one plan: two people drag bars on the timeline while a third reads the heatmap. In the end all three
// show what a rebuild from the board's export says.
import type { Page } from '@playwright/test';
import { addDays, mondayOf } from '#lib/domain/days.ts';
import { loadCell } from '#lib/model/load-cell.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { rebuildBoard } from '../exported-board.ts';
import { bars, board, expect, saveState, test } from './site.ts';

const DRAGS = 3;
const PX_PER_WEEK = 7 * 18;

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
	await expect(saveState(page)).toHaveText(/^Saved/);
}

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
	for (let i = 0; i < DRAGS; i++) {
		await Promise.all([
			dragOn(planner, 'Grace Lindqvist', 'Code of conduct 2027'),
			dragOn(owner, 'Lena Vogt', 'Sales playbook: twelve countries')
		]);
	}
	const text = await (await owner.request.get(`/api/boards/${board}/export.json`)).text();
	const rebuilt = rebuildBoard(text);
	const today = new Date().toISOString().slice(0, 10);
	const load = new TeamLoad(rebuilt, mondayOf(today), addDays(mondayOf(today), 52 * 7 - 1));
	const people = new Map([...rebuilt.all('people')].map((person) => [person.name, person.id]));

	const wrong = async (): Promise<string[]> =>
		(await named(reader, '[role="gridcell"]')).filter((label) => {
			const [, name, monday, words] = /^(.+), week of (\S+), (.+)$/.exec(label) ?? [];
			const person = people.get(name ?? '');
			return person && loadCell(load.week(person, monday!), 'booked').words !== words;
		});
	await expect.poll(wrong).toEqual([]);
	expect((await named(reader, '[role="gridcell"]')).length).toBeGreaterThan(60);

	const planned = new Set(
		[...rebuilt.all('allocations')].flatMap(({ project, span }) =>
			span ? [`${rebuilt.get('projects', project)?.title}, ${span.from} to ${span.to}`] : []
		)
	);
	const titles = new Set([...rebuilt.all('projects')].map(({ title }) => title));
	for (const window of [planner, owner]) {
		const drawn = (await named(window, '[role="row"] button')).flatMap(
			(label) => /^.+, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/.exec(label) ?? []
		);
		// Work that is no project's has a name of its own.
		const ofProjects = drawn.filter((label) => titles.has(label.slice(0, label.lastIndexOf(', '))));
		expect(ofProjects.length).toBeGreaterThan(10);
		expect(ofProjects.filter((label) => !planned.has(label))).toEqual([]);
	}
	for (const window of [planner, owner])
		for (let i = 0; i < DRAGS; i++)
			await window.getByRole('button', { name: /^Undo/ }).first().click();
});
