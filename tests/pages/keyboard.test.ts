// The board without a mouse, once through; and on a phone without a drag.
import { cardIn, drag, expect, test, untilSaved } from './site.ts';

test('with the keyboard alone: find, lift, move, drop, open, edit, undo', async ({ open }) => {
	const page = await open('planner');
	const title = 'Better hybrid meetings';
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the board' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('/');
	await page.keyboard.type('hybrid');
	await expect(page.getByRole('listitem', { name: title })).toBeVisible();
	await expect(page.getByRole('listitem', { name: 'Tone of voice' })).toBeHidden();
	await page.keyboard.press('Escape');
	const link = page.getByRole('link', { name: title });
	for (let i = 0; i < 40 && !(await link.evaluate((one) => one === document.activeElement)); i++)
		await page.keyboard.press('Tab');
	await expect(link).toBeFocused();

	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Space');
	await expect(cardIn(page, 'Scope & plan', title)).toBeVisible();
	await expect(link).toBeFocused();

	await page.keyboard.press('Enter');
	const panel = page.getByRole('region', { name: title, exact: true });
	const field = panel.getByRole('textbox', { name: 'Title' });
	await expect(field).toBeVisible();
	for (let i = 0; i < 40 && !(await field.evaluate((one) => one === document.activeElement)); i++)
		await page.keyboard.press('Tab');
	await expect(field).toBeFocused();
	await page.keyboard.press('End');
	await page.keyboard.type(', twice');
	await page.keyboard.press('Tab');
	await expect(cardIn(page, 'Scope & plan', `${title}, twice`)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();

	await page.keyboard.press('Control+z');
	await expect(cardIn(page, 'Scope & plan', title)).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(cardIn(page, 'Requests', title)).toBeVisible();
	await untilSaved(page);
});

test('a card dropped by the mouse has the keyboard where it stands now', async ({ open }) => {
	const page = await open('planner');
	await drag(page, 'Neurodiversity at work', 'Scope & plan');
	const card = cardIn(page, 'Scope & plan', 'Neurodiversity at work');
	await expect(card.getByRole('link')).toBeFocused();
	await page.keyboard.press('Control+z');
	await expect(cardIn(page, 'Requests', 'Neurodiversity at work')).toBeVisible();
});

test('the keys are listed on ?, and commands are found by name', async ({ open }) => {
	const page = await open('planner');
	await page.getByRole('link', { name: 'Tone of voice' }).focus();
	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: /keyboard/i });
	await expect(sheet).toContainText('Lift, then arrows, then drop');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox').or(page.getByRole('searchbox')).last()).toBeFocused();
	await page.keyboard.type('timel');
	await expect(page.getByRole('option', { name: /Timeline/ }).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/timeline/);
});

test('on a phone a tap opens the sheet that moves a card', async ({ open }) => {
	const page = await open('planner', 'board', {
		...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
	});
	const title = 'Export control update';
	await page.getByRole('listitem', { name: title }).getByRole('link').tap();
	const sheet = page.getByRole('dialog', { name: `Move ${title} to…` });
	await expect(sheet).toBeVisible();
	expect((await sheet.boundingBox())!.width).toBeLessThanOrEqual(390);
	await sheet.getByRole('button', { name: /^Scope & plan/ }).tap();
	await sheet.getByRole('button', { name: 'Move', exact: true }).tap();
	await expect(sheet).toBeHidden();
	await untilSaved(page);
	const other = await open('viewer');
	await expect(cardIn(other, 'Scope & plan', title)).toBeVisible();
});
