// G1 to G4: the timeline against the charts people would otherwise embed. Ours is the built product on its own server
// with a board of so many bookings, opened by its tab from another screen, so that the data is there as it is for the
// peers. Many bars a row like svelte-gantt and vis-timeline; the others draw one bar a row.
import { Host } from '../../chaos/host.ts';
import {
	defineBench,
	getMedian,
	runInterleaved,
	type Check,
	type Goal,
	type Row
} from '../harness.ts';
import { fillBookings } from '../ui/fill-board.ts';
import { openPeerPages } from '../ui/peer-pages.ts';
import { measurePeer, type Figures } from './measure-peer.ts';
import { measureProduct } from './measure-product.ts';

const PEERS = {
	'dhtmlx-gantt': 'dhtmlx-gantt',
	'@svar-ui/react-gantt': 'svar-react-gantt',
	'wx-svelte-gantt': 'wx-svelte-gantt',
	'svelte-gantt': 'svelte-gantt',
	'vis-timeline': 'vis-timeline'
} as const;
const OURS = 'plimsoll';
/** Where the plan begins: a Monday. */
const FROM = '2026-01-05';

const sizeOf = (smoke: boolean): { bars: number; rows: number }[] =>
	smoke
		? [{ bars: 600, rows: 30 }]
		: [
				{ bars: 10_000, rows: 250 },
				{ bars: 30_000, rows: 500 }
			];

export default defineBench({
	name: 'gantt',
	title: 'the timeline against the charts people would embed',
	needs: { browser: true, build: true, peers: Object.keys(PEERS) },
	async run(context) {
		const rows: Row[] = [];
		const checks: Check[] = [];
		const goals: Goal[] = [];
		const raw: Record<string, unknown> = {};
		const names = context.smoke
			? (['dhtmlx-gantt'] as const)
			: (Object.keys(PEERS) as (keyof typeof PEERS)[]);
		const pages = await openPeerPages(names.map((name) => PEERS[name]));
		try {
			for (const { bars, rows: lines } of sizeOf(context.smoke)) {
				context.log(`${bars} bars in ${lines} rows`);
				const host = await Host.open('embedded', { env: { PLIMSOLL_TODAY: '2026-01-08' } });
				try {
					await fillBookings(host.url, { people: lines, bars, from: FROM });
					const cells = Object.fromEntries([
						[OURS, () => context.withBrowser((browser) => measureProduct(browser, host, checks))],
						...names.map((name) => [
							name,
							() =>
								context.withBrowser((browser) =>
									measurePeer(browser, pages.url(PEERS[name]), bars, lines)
								)
						])
					]) as Record<string, () => Promise<Figures>>;
					const results = await runInterleaved(cells, context.repetitions);
					const medians: Record<string, Figures> = {};
					for (const [name, all] of Object.entries(results)) {
						const done = all.filter((one): one is Figures => !(one instanceof Error));
						const failed = all.find((one) => one instanceof Error);
						if (failed) context.log(`${name}: ${failed.message.split('\n')[0]}`);
						if (done.length > 0) medians[name] = takeMedians(done);
						rows.push(toRow(name, bars, lines, medians[name]));
					}
					raw[`${bars}`] = results;
					checks.push({ text: `${bars}: ours was measured`, ok: medians[OURS] !== undefined });
					if (medians[OURS]) goals.push(...compare(bars, medians[OURS], medians));
				} finally {
					await host.remove();
				}
			}
		} finally {
			await pages.remove();
		}
		return { rows, goals, checks: once(checks), raw };
	}
});

function takeMedians(all: Figures[]): Figures {
	const keys = Object.keys(all[0]!) as (keyof Figures)[];
	return Object.fromEntries(
		keys.map((key) => [key, getMedian(all.map((one) => one[key]))])
	) as unknown as Figures;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function toRow(name: string, bars: number, lines: number, figures: Figures | undefined): Row {
	const show = (value: number | undefined): number | string =>
		value === undefined ? 'DNF' : round(value);
	return {
		chart: name,
		bars,
		rows: lines,
		'ready ms': show(figures?.readyMs),
		'cpu ms': show(figures?.cpuMs),
		'scroll ms/frame': show(figures?.scrollCpuMs),
		'worst frame ms': show(figures?.scrollWorstMs),
		'zoom ms': show(figures?.zoomCpuMs),
		'drag ms/move': show(figures?.dragCpuMs),
		'long tasks': show(figures?.dragLongTasks)
	};
}

/** The goals of one size. Ratios of medians of the same run. */
function compare(bars: number, ours: Figures, all: Record<string, Figures>): Goal[] {
	const peers = Object.entries(all).filter(([name]) => name !== OURS);
	const best = (key: keyof Figures): number =>
		Math.min(...peers.map(([, figures]) => figures[key]));
	const ceiling = (id: string, text: string, value: number, limit: number): Goal => ({
		id,
		text: `${bars} bars: ${text}`,
		value: Math.round(value * 100) / 100,
		limit,
		met: value <= limit
	});
	const goals = [
		ceiling(
			'G1',
			'first render, CPU against the best peer',
			ours.cpuMs / best('cpuMs'),
			bars > 20_000 ? 0.25 : 0.33
		)
	];
	if (bars <= 20_000) return goals;
	const dhtmlx = all['dhtmlx-gantt'];
	goals.push(
		ceiling('G1', 'time to ready against the best peer', ours.readyMs / best('readyMs'), 0.3)
	);
	if (dhtmlx) {
		goals.push(
			ceiling(
				'G2',
				'scroll CPU a frame against dhtmlx-gantt',
				ours.scrollCpuMs / dhtmlx.scrollCpuMs,
				1
			),
			ceiling('G3', 'zoom CPU against dhtmlx-gantt', ours.zoomCpuMs / dhtmlx.zoomCpuMs, 0.7),
			ceiling('G4', 'drag CPU a move against dhtmlx-gantt', ours.dragCpuMs / dhtmlx.dragCpuMs, 1)
		);
	}
	for (const name of ['svelte-gantt', 'vis-timeline'] as const) {
		const peer = all[name];
		if (peer)
			goals.push(
				ceiling(
					'G2',
					`scroll CPU a frame against ${name}`,
					ours.scrollCpuMs / peer.scrollCpuMs,
					0.15
				)
			);
	}
	goals.push(
		ceiling('G2', 'worst frame of the scroll, ms', ours.scrollWorstMs, 17),
		ceiling('G4', 'long tasks of the drag', ours.dragLongTasks, 0)
	);
	return goals;
}

/** Each check once: it holds when it held every time. */
function once(checks: Check[]): Check[] {
	const byText = new Map<string, boolean>();
	for (const { text, ok } of checks) byText.set(text, (byText.get(text) ?? true) && ok);
	return [...byText].map(([text, ok]) => ({ text, ok }));
}
