// Our timeline in one fresh browser: opened by its tab, scrolled, zoomed, a bar dragged with everything that hangs on it.
// What is drawn is compared with the export of the board, before and after.
import type { Browser, Page } from '@playwright/test';
import type { Host } from '../../chaos/host.ts';
import { readExport, signIn } from '../../chaos/sign-in.ts';
import { rebuildBoard } from '../../exported-board.ts';
import { waitUntil } from '../../chaos/wait-until.ts';
import type { Check } from '../harness.ts';
import { CpuClock } from '../ui/cpu.ts';
import { dragBy, watchLongTasks } from '../ui/drag.ts';
import { openProduct, openScreen } from '../ui/product-page.ts';
import { DRAG_STEPS, SCROLL_STEP_PX, SCROLL_STEPS, type Figures } from './measure-peer.ts';

export async function measureProduct(
	browser: Browser,
	host: Host,
	checks: Check[]
): Promise<Figures> {
	// Stages and gates: a screen of the same board that counts nobody's work.
	const page = await openProduct(browser, host.url, 'planner', 'stages');
	const cpu = await CpuClock.of(page);
	const sign = '[role="row"] button';
	const first = await openScreen(page, cpu, { tab: 'Timeline', path: 'timeline', sign });
	const region = '[role="region"][aria-label="Timeline"]';
	const before = await readPlan(host);
	checks.push({
		text: 'every bar in the window says what the export says, and none is missing',
		ok: await showsPlan(page, before)
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
	await page
		.getByRole('region', { name: 'Timeline' })
		.focus()
		.catch(() => undefined);
	const zoom = await cpu.during(() => press(page, '4'));
	await press(page, '2');
	const handle = await page.evaluate(() => {
		for (const bar of document.querySelectorAll('[role="row"] button')) {
			const box = bar.getBoundingClientRect();
			if (box.x > 400 && box.right < 1300 && box.y > 200 && box.y < 700 && box.width > 24)
				return {
					name: bar.getAttribute('aria-label'),
					x: box.x + box.width / 2,
					y: box.y + box.height / 2
				};
		}
		return null;
	});
	if (!handle) throw new Error('no bar lies where it could be dragged');
	await watchLongTasks(page);
	const drag = await cpu.during(() => dragBy(page, handle, DRAG_STEPS));
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

async function press(page: Page, key: string): Promise<void> {
	await page.keyboard.press(key);
	await page.evaluate(() =>
		window.meter.ready(
			() => undefined,
			() => document.querySelector('[role="row"] button') !== null
		)
	);
}

interface Plan {
	text: string;
	/** Names of bars by person's name. */
	bars: Map<string, Set<string>>;
	spans: Map<string, string>;
}

async function readPlan(host: Host): Promise<Plan> {
	const text = await readExport(await signIn(host.url, 'planner'), 'brd_demo');
	const board = rebuildBoard(text);
	const bars = new Map<string, Set<string>>();
	const spans = new Map<string, string>();
	for (const { id, person, project, span, archived } of board.all('allocations')) {
		if (!span || archived) continue;
		spans.set(id, `${person} ${span.from} ${span.to}`);
		const name = board.get('people', person)?.name ?? '';
		const row = bars.get(name) ?? new Set();
		row.add(`${board.get('projects', project)?.title}, ${span.from} to ${span.to}`);
		bars.set(name, row);
	}
	return { text, bars, spans };
}

const countChanged = (before: Plan, after: Plan): number =>
	[...after.spans].filter(([id, span]) => before.spans.get(id) !== span).length;

/** True when the rows on the screen hold exactly the bars of the plan that lie in the window's days. */
async function showsPlan(page: Page, plan: Plan): Promise<boolean> {
	const drawn = await page.evaluate(() =>
		[...document.querySelectorAll('[role="row"]')]
			.map((row) => ({
				name:
					row.getAttribute('aria-label') ??
					row.querySelector('[role="rowheader"]')?.textContent?.trim() ??
					'',
				bars: [...row.querySelectorAll('button')]
					.map((bar) => bar.getAttribute('aria-label') ?? '')
					.filter((label) => / \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/.test(label))
			}))
			.filter((row) => row.bars.length > 0)
	);
	if (drawn.length === 0) return false;
	// The stretch of days that is drawn is the same for each row: from the first bar's day to the last one's.
	const dayOf = (label: string): string => /, (\d{4}-\d\d-\d\d) to /.exec(label)?.[1] ?? '';
	return drawn.every(({ name, bars }) => {
		const planned = [...plan.bars].find(
			([person]) => name.startsWith(person) && person !== ''
		)?.[1];
		if (!planned) return false;
		const known = bars.map((label) => [...planned].find((one) => label.startsWith(one)));
		if (known.some((one) => one === undefined)) return false;
		const days = bars.map(dayOf).sort();
		const expected = [...planned].filter((one) => {
			const day = dayOf(one);
			return day >= days[0]! && day <= days.at(-1)!;
		});
		return expected.length === new Set(known).size;
	});
}
