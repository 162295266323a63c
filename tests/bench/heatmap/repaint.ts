// The heatmap of the built product while somebody else changes bookings: what each change costs its page, how soon a cell
// says it, and whether the cells say afterwards what the board's own numbers are.
import type { Browser, Page } from '@playwright/test';
import { mondayOf, weekday } from '#lib/domain/days.ts';
import type { Host } from '../../chaos/host.ts';
import { join } from '../../chaos/member.ts';
import { signIn } from '../../chaos/sign-in.ts';
import type { Check } from '../harness.ts';
import { CpuClock } from '../ui/cpu.ts';
import { openProduct } from '../ui/product-page.ts';

export interface Repaint {
	/** Main-thread CPU of one change, what an idle page costs in the same time taken off. */
	cpuMs: number;
	/** Frames from the message of a change to the cell that says it: 1 is in the next frame. The slowest change. */
	mostFrames: number;
}

declare global {
	interface Window {
		/**
		 * Resolves once the cell whose name begins so has another name, with the frames from the first update of the
		 * document after the call to the frame that shows it.
		 */
		framesToCell(name: string): Promise<number>;
	}
}

/** Watches the page's socket and its frames. Self-contained: it is sent to the page as text, before the page's own. */
function installCellClock(): void {
	let tellUpdate: () => void = () => undefined;
	const SYNC = 0;
	const GIVE_UP_MS = 10_000;
	// After the name of the document comes the kind of a message; presence and talk are no updates.
	const isUpdate = (data: unknown): boolean => {
		if (!(data instanceof ArrayBuffer)) return false;
		const bytes = new Uint8Array(data);
		return bytes[1 + (bytes[0] ?? 0)] === SYNC;
	};
	window.WebSocket = class extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			this.addEventListener('message', ({ data }) => isUpdate(data) && tellUpdate());
		}
	};
	const channel = new MessageChannel();
	const afterFrame = (run: () => void): void =>
		void requestAnimationFrame(() => {
			channel.port2.onmessage = run;
			channel.port1.postMessage(0);
		});
	window.framesToCell = (name) =>
		new Promise((resolve, reject) => {
			setTimeout(() => reject(new Error(`"${name}" did not change`)), GIVE_UP_MS);
			const cell = document.querySelector(`[role="gridcell"][aria-label^="${name}"]`)!;
			const before = cell.getAttribute('aria-label');
			let frames = 0;
			const look = (): void => {
				frames++;
				if (cell.getAttribute('aria-label') !== before) resolve(frames);
				else afterFrame(look);
			};
			tellUpdate = () => {
				tellUpdate = () => undefined;
				afterFrame(look);
			};
		});
}

export async function measureRepaint(
	browser: Browser,
	host: Host,
	checks: Check[],
	changes: number
): Promise<Repaint> {
	const page = await openProduct(browser, host.url, 'planner', 'heatmap', installCellClock);
	const other = await join(await signIn(host.url, 'owner'), 'board:brd_demo:1');
	const before = await readCells(page);
	const drawn = new Set(before.map((label) => label.slice(0, label.lastIndexOf(', '))));
	const targets = [...other.board.all('allocations')].flatMap((one) => {
		if (!one.span || one.archived || one.locked || one.load?.mode !== 'perDay') return [];
		// What begins at a weekend fills no hour of that week.
		if (weekday(one.span.from) > 5) return [];
		const person = other.board.get('people', one.person)?.name;
		const cell = `${person}, week of ${mondayOf(one.span.from)}`;
		return drawn.has(cell) ? [{ id: one.id, amount: one.load.amount, cell }] : [];
	});
	const chosen = [...new Map(targets.map((one) => [one.cell, one])).values()].slice(0, changes);
	const cpu = await CpuClock.of(page);
	const frames: number[] = [];
	const began = performance.now();
	const busy = await cpu.during(async () => {
		for (const { id, amount, cell } of chosen) {
			const shown = page.evaluate((name) => window.framesToCell(name), cell);
			// The call must be in the page before the change is.
			await page.evaluate(() => undefined);
			other.write((board) =>
				board.write('allocations', id, 'load', { mode: 'perDay', amount: amount + 120 })
			);
			frames.push(await shown);
		}
	});
	await other.settled();
	const tookMs = performance.now() - began;
	const idle = await cpu.during(() => page.waitForTimeout(tookMs));
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
	const changed = live.filter((label, i) => label !== before[i]).length;
	checks.push(
		{
			text: 'the cells changed in place equal those of a page that was opened afterwards',
			ok: live.length > 0 && live.join() === fresh.join()
		},
		{ text: 'every change changed its cell', ok: chosen.length === changes && changed >= changes }
	);
	other.destroy();
	await page.close();
	return {
		cpuMs: Math.max(0, busy.cpuMs - idle.cpuMs) / Math.max(1, chosen.length),
		mostFrames: Math.max(...frames)
	};
}

const readCells = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('[role="gridcell"]')].map(
			(cell) => cell.getAttribute('aria-label') ?? ''
		)
	);
