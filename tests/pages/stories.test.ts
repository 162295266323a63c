// The demo's two things to try: the drag that relieves a full week, seen by the other window, and the one a gate refuses,
// moved anyway with a reason that stays.
import { card, cardIn, expect, holdOver, test, untilSaved } from './site.ts';

const strip = 'Load of the team';

test('giving a booking away takes a week from 138 to 96 %, in the other window too', async ({
	open
}) => {
	const planner = await open('planner');
	const owner = await open('owner', 'heatmap');
	const offer = planner.getByRole('region', { name: strip });
	await expect(offer).toContainText('138 → 96 %');
	const cell = (percent: number) =>
		owner.getByRole('gridcell', { name: new RegExp(`^Priya Kaur, week of .*, ${percent} %$`) });
	const before = await cell(138).first().getAttribute('aria-label');
	const week = before!.replace(/, 138 %$/, '');

	await offer.getByRole('button', { name: /^Give it to Lena/ }).click();
	await expect(owner.getByRole('gridcell', { name: `${week}, 96 %`, exact: true })).toBeVisible();
	await expect(offer).not.toContainText('138 → 96 %');
	await planner.getByRole('button', { name: /^Undo/ }).first().click();
	await expect(owner.getByRole('gridcell', { name: `${week}, 138 %`, exact: true })).toBeVisible();
});

test('a refused column says why while one hovers, then what is missing; a reason moves the card and stays', async ({
	open
}) => {
	const planner = await open('planner');
	const designer = await open('designer');
	const title = 'Forklift recertification';
	const why = 'Review & sign-off needs a storyboard sign-off. Sam Rowe has had it 9 days.';
	await expect(planner.getByRole('region', { name: strip })).toContainText(`${title}. ${why}`);

	await holdOver(planner, title, 'Review & sign-off');
	await expect(
		planner.getByRole('heading', { name: 'Review & sign-off' }).locator('..')
	).toContainText(why);
	await planner.mouse.up();
	await expect(cardIn(planner, 'Build', title)).toBeVisible();
	const dialog = planner.getByRole('dialog', { name: /cannot move on to Review & sign-off yet/ });
	await expect(dialog).toContainText(why);
	await expect(dialog.getByRole('button', { name: 'Move anyway' })).toBeDisabled();

	await dialog
		.getByRole('textbox', { name: 'Move anyway, with a reason' })
		.fill('Sam agreed on the phone');
	await dialog.getByRole('button', { name: 'Move anyway' }).click();
	await expect(cardIn(planner, 'Review & sign-off', title)).toBeVisible();
	await expect(cardIn(designer, 'Review & sign-off', title)).toBeVisible();
	await card(designer, title).getByRole('link').click();
	await expect(designer.getByRole('region', { name: title, exact: true })).toContainText(
		/past its gate by Jonas Ortiz: “Sam agreed on the phone”/
	);
	await untilSaved(planner);
	await planner.getByRole('button', { name: /^Undo/ }).first().click();
	await expect(cardIn(designer, 'Build', title)).toBeVisible();
});
