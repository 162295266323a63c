// Our timeline in one fresh browser: opened by its tab, scrolled, zoomed, a bar dragged with everything that hangs on it.
// What is drawn is compared with the export of the board, before and after.
import type { Browser, Page } from '@playwright/test';
import type { Host } from '../../chaos/host.ts';
import { readExport, signIn } from '../../chaos/sign-in.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { rebuildBoard } from '../../exported-board.ts';
import { waitUntil } from '../../chaos/wait-until.ts';
import { readRowPixels } from '../../row-picture.ts';
import { differFromPlan, readTimeline } from '../../drawn-timeline.ts';
import type { Check } from '../harness.ts';
import { CpuClock } from '../ui/cpu.ts';
import { dragBy, watchLongTasks } from '../ui/drag.ts';
import { openProduct, openScreen } from '../ui/product-page.ts';
import { DRAG_STEPS, SCROLL_STEP_PX, SCROLL_STEPS, type Figures } from './measure-peer.ts';

/** Of the board of this bench. */
export const TODAY = '2026-01-08';
const PAST_DEMO_PX = 1_500;

export async function measureProduct(
	browser: Browser,
	host: Host,
	checks: Check[]
): Promise<Figures> {
	// Stages and gates: a screen of the same board that counts nobody's work.
	const page = await openProduct(browser, host.url, 'planner', 'stages');
	const cpu = await CpuClock.of(page);
	const sign = '[role="table"][data-painted] [role="row"]';
	const first = await openScreen(page, cpu, { tab: 'Timeline', path: 'timeline', sign });
	const region = '[role="region"][aria-label="Timeline"]';
	const before = await readPlan(host);
	const differences = differFromPlan(await readTimeline(page, TODAY), before.board);
	checks.push({
		text: sayFirst('rows in view draw exactly the bookings of the export', differences),
		ok: differences.length === 0
	});
	const scroll = await cpu.during(() =>
		page.evaluate(
			([selector, steps, stepPx]) =>
				window.meter.scroll(
					document.querySelector(selector as string)!,
					'y',
					steps as number,
					stepPx as number
				),
			[region, SCROLL_STEPS, SCROLL_STEP_PX]
		)
	);
	// What can be pressed comes once the scroll rests.
	await page.waitForSelector('[role="table"][aria-busy="false"]');
	await page.evaluate(() =>
		document.querySelector<HTMLElement>('[role="row"] [data-bar]')!.focus({ preventScroll: true })
	);
	const zoom = await cpu.during(() => press(page, '4'));
	const wasFar = readZoom(page) === 'quarter';
	await press(page, '2');
	checks.push({
		text: 'the keys zoom out to quarters and back to weeks',
		ok: wasFar && readZoom(page) === ''
	});
	// Past the few people of the demo, among those whose weeks are full of bookings.
	await page.evaluate(
		([selector, px]) => void (document.querySelector(selector!)!.scrollTop = Number(px)),
		[region, String(PAST_DEMO_PX)] as const
	);
	const handle = await page.waitForFunction(findHandle).then((found) => found.jsonValue());
	if (!handle) throw new Error('no bar lies where it could be dragged');
	await watchLongTasks(page);
	await watchReadout(page);
	const strip = async (): Promise<string> => (await readRowPixels(page, handle.row)).foot;
	const stripBefore = await strip();
	let stripInAir = stripBefore;
	const drag = await cpu.during(() =>
		dragBy(page, handle, DRAG_STEPS, undefined, async () => {
			stripInAir = await strip();
		})
	);
	const readouts = await page.evaluate(() => window.readouts);
	checks.push({
		text: 'the load strip of the row and the sentence under the pointer change while a bar is dragged',
		ok: stripInAir !== stripBefore && readouts > 1
	});
	const after = await waitUntil('the bar to be kept where it was dropped', async () => {
		const now = await readPlan(host);
		return now.text !== before.text ? now : undefined;
	});
	checks.push({
		text: 'the dragged booking and no other is kept where it was dropped',
		ok: countChanged(before, after) === 1
	});
	await page.close();
	return {
		...first,
		scrollCpuMs: scroll.cpuMs / SCROLL_STEPS,
		scrollWorstMs: scroll.result.worstMs,
		zoomCpuMs: zoom.cpuMs,
		dragCpuMs: drag.cpuMs / DRAG_STEPS,
		dragLongTasks: drag.result
	};
}

/** Runs in the page: a bar well inside the picture, or null while there is none. */
function findHandle(): { row: string; x: number; y: number } | null {
	for (const bar of document.querySelectorAll('[role="row"] button[data-bar]')) {
		const box = bar.getBoundingClientRect();
		const row = bar.closest('[role="row"]')!.getAttribute('aria-label')!;
		const isInside = box.x > 400 && box.right < 1300 && box.y > 200 && box.y < 700;
		if (isInside && box.width > 24 && row.startsWith('Person '))
			return { row, x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}
	return null;
}

async function press(page: Page, key: string): Promise<void> {
	await page.keyboard.press(key);
	await page.evaluate(() =>
		window.meter.ready(
			() => undefined,
			() => document.querySelector('[role="row"]') !== null
		)
	);
}

/** "" is the usual one: weeks. */
const readZoom = (page: Page): string => new URL(page.url()).searchParams.get('zoom') ?? '';

declare global {
	interface Window {
		/** How many different sentences were seen under the pointer. */
		readouts: number;
	}
}

/** From now on counts what the sentence under the pointer says. */
function watchReadout(page: Page): Promise<void> {
	return page.evaluate(() => {
		const seen = new Set<string>();
		window.readouts = 0;
		new MutationObserver(() => {
			const readout = document.querySelector('.readout');
			if (readout) window.readouts = seen.add(readout.textContent).size;
		}).observe(document.querySelector('[role="table"]')!, {
			...{ subtree: true, childList: true, characterData: true }
		});
	});
}

interface Plan {
	text: string;
	board: BoardReader;
	spans: Map<string, string>;
}

async function readPlan(host: Host): Promise<Plan> {
	const text = await readExport(await signIn(host.url, 'planner'), 'brd_demo');
	const board = rebuildBoard(text);
	const spans = new Map<string, string>();
	for (const { id, person, span, archived } of board.all('allocations'))
		if (span && !archived) spans.set(id, `${person} ${span.from} ${span.to}`);
	return { text, board, spans };
}

const countChanged = (before: Plan, after: Plan): number =>
	[...after.spans].filter(([id, span]) => before.spans.get(id) !== span).length;

const sayFirst = (text: string, differences: readonly string[]): string =>
	differences.length === 0
		? text
		: `${text}; ${differences.length} differ, ${differences.slice(0, 3).join('; ')}`;
