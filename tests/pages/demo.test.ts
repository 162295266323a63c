// Taking the demo away in one click, on a server of its own.
import { Host } from '../chaos/host.ts';
import { expect, test } from './site.ts';

/** The server goes while windows may still be fetching. */
const going = /40[134]|410|Failed to (load|fetch)|preload CSS|WebSocket/;

test('the demo goes in one click and leaves an empty plan', async ({ open }) => {
	test.setTimeout(120_000);
	const host = await Host.open('embedded');
	try {
		const other = await open('planner', 'board', {
			host,
			expected: going
		});
		const owner = await open('owner', 'board', { host, expected: going, path: '/admin/people' });
		const dialog = owner.getByRole('dialog');
		// The page is there before what its buttons do.
		await expect(async () => {
			await owner.getByRole('button', { name: /demo/i }).first().click({ timeout: 1000 });
			await expect(dialog).toBeVisible({ timeout: 1000 });
		}).toPass();
		await dialog
			.getByRole('button', { name: /demo|remove|delete|take/i })
			.first()
			.click();
		await expect
			.poll(async () => {
				const boards = await owner.context().request.get('/api/boards');
				return ((await boards.json()) as { id: string }[]).map(({ id }) => id);
			})
			.not.toContain('brd_demo');
		await owner.goto('/');
		await expect(owner).toHaveURL(/\/b\/brd_(?!demo)/);
		await expect(owner.getByRole('listitem', { name: 'Forklift recertification' })).toBeHidden();
		await expect(
			other.getByText(/board.*(gone|not there|deleted)|no longer/i).first()
		).toBeVisible();
	} finally {
		await host.remove();
	}
});
