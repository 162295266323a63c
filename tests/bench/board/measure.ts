// One board in one fresh browser: drawn, then a card dragged down and across.
import type { Browser, Page } from '@playwright/test';
import type { Host } from '../../chaos/host.ts';
import { readExport, signIn } from '../../chaos/sign-in.ts';
import { modulesOf, projectStage, stagesOf } from '#lib/policy/stages.ts';
import { rebuildBoard } from '../../exported-board.ts';
import { waitUntil } from '../../chaos/wait-until.ts';
import type { Check } from '../harness.ts';
import { CpuClock } from '../ui/cpu.ts';
import { dragBy, watchLongTasks } from '../ui/drag.ts';
import { installMeter } from '../ui/meter.ts';
import { openProduct, openScreen, VIEWPORT } from '../ui/product-page.ts';

/** Times of one run. CPU is that of the page's main thread. */
export interface Figures {
	readyMs: number;
	cpuMs: number;
	dragWorstMs: number;
}

const DRAG_STEPS = 60;
/** Across one column and up and down in it. */
const path = (step: number): { x: number; y: number } => ({
	x: Math.min(step * 8, 260),
	y: (step % 20) * 8
});

export async function measurePeer(browser: Browser, url: string, count: number): Promise<Figures> {
	const page = await browser.newPage({ viewport: VIEWPORT });
	await page.addInitScript(`(${installMeter.toString()})()`);
	await page.goto(url);
	await page.waitForFunction(() => window.peer !== undefined);
	const cpu = await CpuClock.of(page);
	const first = await cpu.during(() =>
		page.evaluate((cards) => {
			const draw = window.peer.load(cards, 0);
			return window.meter.ready(draw, () => window.peer.isThere());
		}, count)
	);
	const at = await page.evaluate(() => window.peer.findHandle());
	if (!at) throw new Error('no card lies where it could be dragged');
	const dragWorstMs = await drag(page, at);
	await page.close();
	return { readyMs: first.result.readyMs, cpuMs: first.cpuMs, dragWorstMs };
}

export async function measureProduct(
	browser: Browser,
	host: Host,
	checks: Check[]
): Promise<Figures> {
	const page = await openProduct(browser, host.url, 'planner', 'stages');
	const cpu = await CpuClock.of(page);
	const first = await openScreen(page, cpu, { tab: 'Board', path: 'board', sign: '[data-card]' });
	const before = await readPlaces(host);
	checks.push({
		text: 'every column counts the cards that the export has in its stage',
		ok: await countsMatch(page, before)
	});
	const handle = await page.evaluate(() => {
		const lists = document.querySelectorAll('[role="list"]:has([data-card])');
		const box = lists[1]?.querySelectorAll('[data-card]')[2]?.getBoundingClientRect();
		return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
	});
	if (!handle) throw new Error('no card lies where it could be dragged');
	const dragWorstMs = await drag(page, handle);
	await waitUntil('the drop to be kept', async () => {
		const after = await readPlaces(host);
		return [...after.places].some(([id, place]) => before.places.get(id) !== place) || undefined;
	});
	await page.close();
	return { ...first, dragWorstMs };
}

async function drag(page: Page, at: { x: number; y: number }): Promise<number> {
	await watchLongTasks(page);
	await page.evaluate(() => window.meter.watchFrames());
	await dragBy(page, at, DRAG_STEPS, path);
	return (await page.evaluate(() => window.meter.stopFrames())).worstMs;
}

interface Places {
	/** Stage and rank by project. */
	places: Map<string, string>;
	/** Cards by the stage's name. */
	counts: Map<string, number>;
}

async function readPlaces(host: Host): Promise<Places> {
	const board = rebuildBoard(await readExport(await signIn(host.url, 'planner'), 'brd_demo'));
	const stages = stagesOf(board);
	const names = new Map(stages.map((stage) => [stage.id, stage.name]));
	const places = new Map<string, string>();
	const counts = new Map<string, number>();
	for (const project of board.all('projects')) {
		if (project.archived) continue;
		places.set(project.id, JSON.stringify(project.position));
		const name = names.get(projectStage(project, modulesOf(board, project.id), stages)) ?? '';
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return { places, counts };
}

async function countsMatch(page: Page, { counts }: Places): Promise<boolean> {
	const shown = await page.evaluate(() =>
		[...document.querySelectorAll('[role="list"]')].map((list) => ({
			name: list.getAttribute('aria-label') ?? '',
			// A virtual list says by ARIA how many there are.
			count: Number(list.querySelector('[aria-setsize]')?.getAttribute('aria-setsize') ?? 0)
		}))
	);
	const columns = shown.filter(({ count }) => count > 0);
	return columns.length > 0 && columns.every(({ name, count }) => counts.get(name) === count);
}
