// When people work, kept on pages: closing days by hand and from a file, a roster twice, one's own time off.
import { expect, test } from './site.ts';

// Files are read in threads of their own, which a busy machine is slow to start.
test.describe.configure({ timeout: 150_000 });

const year = new Date().getUTCFullYear() + 1;
const text = (lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));
const days = text([
	...['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Harbour days'],
	...['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${year}0505`, 'SUMMARY:Regatta', 'END:VEVENT'],
	...['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${year}0506`, 'SUMMARY:Rest', 'END:VEVENT'],
	...['END:VCALENDAR', '']
]);
const roster = text([
	'Employee number,Name,Job title,Country,Hours per week',
	'1001,Asha Rao,Learning designer,England,30',
	'1002,Grace Lindqvist,LMS administrator,US,40',
	'1003,Nobody,,Atlantis,'
]);

test('an owner closes the company by hand and from a calendar, and works on a holiday', async ({
	open
}) => {
	const owner = await open('owner', 'board', { path: '/admin/calendar?board=brd_demo' });
	await owner.getByLabel('First day').fill(`${year}-12-24`);
	await owner.getByLabel('Name', { exact: true }).fill('Early end');
	await owner.getByLabel('Hours closed (empty: whole days)').fill('3.5');
	await owner.getByRole('button', { name: 'Close on these days' }).click();
	const byHand = owner.getByRole('table', { name: 'Closing days entered by hand' });
	await expect(byHand).toContainText('3.5 h closed');

	const look = async (): Promise<void> => {
		const file = { name: 'days.ics', mimeType: 'text/calendar', buffer: days };
		await owner.getByLabel('Calendar file').setInputFiles(file);
		await owner.getByRole('button', { name: 'Look at the file' }).click();
	};
	await look();
	await expect(owner.getByText('2 to add, 0 to remove')).toBeVisible({ timeout: 40_000 });
	await owner.getByRole('button', { name: 'Import these days' }).click();
	await expect(owner.getByText('2 days added')).toBeVisible({ timeout: 40_000 });
	await look();
	await expect(owner.getByText('Nothing would change.')).toBeVisible({ timeout: 40_000 });

	await owner
		.locator('summary')
		.filter({ hasText: /^United Kingdom: England/ })
		.click();
	await owner
		.getByRole('button', { name: /^We work on Easter Monday/ })
		.first()
		.click();
	await expect(owner.getByRole('button', { name: /^Close on Easter Monday/ })).toBeVisible();

	const planner = await open('planner', 'board', { path: '/admin/calendar?board=brd_demo' });
	await expect(planner.getByText('Only owners change them.')).toBeVisible();
	await expect(planner.getByRole('button')).toHaveCount(0);
});

test('a roster is looked at, imported, and the same again changes nothing', async ({ open }) => {
	const planner = await open('planner', 'board', { path: '/admin/roster?board=brd_demo' });
	const look = async (): Promise<void> => {
		const file = { name: 'people.csv', mimeType: 'text/csv', buffer: roster };
		await planner.getByLabel('File').setInputFiles(file);
		await planner.getByRole('button', { name: 'Look at the file' }).click();
	};
	await look();
	await expect(planner.getByText('1 new, 1 to change, 1 left out')).toBeVisible({
		timeout: 40_000
	});
	await expect(planner.getByRole('row', { name: /Nobody/ })).toContainText('Atlantis');
	await planner.getByRole('button', { name: 'Import 2 rows' }).click();
	await expect(planner.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 40_000 });
	await look();
	await expect(planner.getByText('2 as they are, 1 left out')).toBeVisible({ timeout: 40_000 });
	await planner.getByRole('link', { name: 'People and access' }).click();
	await planner.getByRole('link', { name: 'Asha Rao' }).click();
	await expect(planner.getByLabel('Employee number')).toHaveValue('1001');
	await expect(planner.getByRole('table', { name: 'Where the hours go' })).toContainText('24');
});

test('a contributor asks for time off, shortens it, and a planner approves', async ({ open }) => {
	const designer = await open('designer', 'board', { path: '/account' });
	await designer.getByLabel('First day').fill(`${year}-08-02`);
	await designer.getByLabel('Last day (empty: one day)').fill(`${year}-08-06`);
	await designer.getByRole('button', { name: 'Ask', exact: true }).click();
	await expect(designer.getByText('Asked for. A planner approves it.')).toBeVisible();
	await designer.getByRole('button', { name: `Change ${year}-08-02 to ${year}-08-06` }).click();
	await designer.getByLabel('Last day (empty: one day)').first().fill(`${year}-08-03`);
	await designer.getByRole('button', { name: 'Save the change' }).click();
	await expect(designer.getByText(`${year}-08-02 to ${year}-08-03, annual leave`)).toBeVisible();

	const planner = await open('planner', 'board', { path: '/admin/people?board=brd_demo' });
	const waiting = planner.getByRole('region', { name: 'Time off asked for' });
	await waiting.getByRole('button', { name: `Approve Priya Kaur, ${year}-08-02` }).click();
	await expect(waiting.getByText('Priya Kaur')).toHaveCount(0);
	await designer.reload();
	const mine = designer.getByRole('listitem').filter({ hasText: `${year}-08-02` });
	await expect(mine).toContainText('approved');
	await mine.getByRole('button', { name: /^Withdraw/ }).click();
	await expect(designer.getByText('Withdrawn.')).toBeVisible();
});
