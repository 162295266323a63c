// The heatmap of the built product while somebody else changes bookings: what each change costs its page, and whether the
// cells say afterwards what the board's own numbers are.
import type { Browser, Page } from '@playwright/test';
import { shiftSpan } from '#lib/domain/days.ts';
import type { Host } from '../../chaos/host.ts';
import { join } from '../../chaos/member.ts';
import { signIn } from '../../chaos/sign-in.ts';
import type { Check } from '../harness.ts';
import { CpuClock } from '../ui/cpu.ts';
import { openProduct } from '../ui/product-page.ts';

/** Main-thread CPU of one change in ms, what an idle page costs in the same time taken off. */
export async function measureRepaint(
	browser: Browser,
	host: Host,
	checks: Check[],
	changes: number
): Promise<number> {
	const page = await openProduct(browser, host.url, 'planner', 'heatmap');
	const other = await join(await signIn(host.url, 'owner'), 'board:brd_demo:1');
	const bookings = [...other.board.all('allocations')]
		.filter((one) => one.span && !one.archived && one.source === '')
		.slice(0, changes);
	const cpu = await CpuClock.of(page);
	const pause = (): Promise<void> => page.waitForTimeout(changes * 40);
	const idle = await cpu.during(pause);
	const busy = await cpu.during(async () => {
		for (const booking of bookings) {
			other.write((board) =>
				board.write('allocations', booking.id, 'span', shiftSpan(booking.span!, 1))
			);
			await other.settled();
		}
		await pause();
	});
	const live = await readCells(page);
	await page.reload();
	await page.getByRole('grid').waitFor();
	await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
	await page.evaluate(() =>
		window.meter.ready(
			() => undefined,
			() => true
		)
	);
	const fresh = await readCells(page);
	checks.push({
		text: 'the cells changed in place equal those of a page that was opened afterwards',
		ok: live !== '[]' && live === fresh
	});
	other.destroy();
	await page.close();
	return Math.max(0, busy.cpuMs - idle.cpuMs) / changes;
}

const readCells = (page: Page): Promise<string> =>
	page.evaluate(() =>
		JSON.stringify(
			[...document.querySelectorAll('[role="gridcell"]')].map((cell) =>
				cell.getAttribute('aria-label')
			)
		)
	);
