// Two boards that share people: what is booked on one fills days on the other while one looks, and tells nothing else.
import { bars, board, expect, personRow, test, untilSaved } from './site.ts';

test('work on another board is hatched here, comes and goes live, and says nothing of the other board', async ({
	open
}) => {
	const owner = await open('owner', 'timeline');
	const row = personRow(owner, 'Jonas Ortiz');
	const band = row.getByText(/^(On another board|Elsewhere), /);
	await expect(band).toHaveCount(1);
	await expect(band).toHaveText(/ h a week$/);

	const nadia = await open('compliance', 'timeline', {
		path: '/b/brd_demo_compliance/timeline'
	});
	await untilSaved(nadia);
	const bar = bars(nadia, 'Jonas Ortiz', 'Money laundering refresh').first();
	await expect(personRow(nadia, 'Jonas Ortiz').getByText(/^On another board, /)).toBeVisible();
	await bar.focus();
	await nadia.keyboard.press('Delete');
	await expect(band).toHaveCount(0);
	await nadia.keyboard.press('Control+z');
	await expect(band).toHaveCount(1);

	const page = await owner.content();
	const whole = await (await owner.request.get(`/api/boards/${board}/export.json`)).text();
	for (const secret of ['Money laundering', 'Compliance refresh', 'brd_demo_compliance', 'prj_cmp'])
		for (const text of [page, whole]) expect(text).not.toContain(secret);
	const boards = await (await owner.request.get('/api/boards')).json();
	expect(boards.map(({ id }: { id: string }) => id)).toEqual([board]);
	const refused = await owner.request.get('/b/brd_demo_compliance/timeline');
	expect(refused.status()).toBe(404);
});

test('a cell of the heatmap names work on another board among its causes', async ({ open }) => {
	const owner = await open('owner', 'heatmap');
	const cell = owner.getByRole('gridcell', { name: /^Jonas Ortiz, week of / }).first();
	await cell.click();
	const panel = owner.getByRole('dialog').or(owner.getByRole('region', { name: /Jonas Ortiz/ }));
	await expect(panel.first()).toContainText(/another board/i);
	await expect(panel.first()).not.toContainText('Money laundering');
});
