// G1 to G4: the timeline against the charts people would otherwise embed. Ours is the built product on its own server
// with a board of so many bookings, opened by its tab from another screen, so that the data is there as it is for the
// peers. Many bars a row like svelte-gantt and vis-timeline; the others draw one bar a row.
import { Host } from '../../chaos/host.ts';
import { defineBench, type Check, type Goal, type Row } from '../harness.ts';
import { bestPeer, ceiling, once, OURS, runContest, showFigures } from '../ui/contest.ts';
import { fillBookings } from '../ui/fill-board.ts';
import { openPeerPages } from '../ui/peer-pages.ts';
import { measurePeer, type Figures } from './measure-peer.ts';
import { measureProduct, TODAY } from './measure-product.ts';

/** Package to page. */
const PEERS: Record<string, string> = {
	'dhtmlx-gantt': 'dhtmlx-gantt',
	'@svar-ui/react-gantt': 'svar-react-gantt',
	'wx-svelte-gantt': 'wx-svelte-gantt',
	'svelte-gantt': 'svelte-gantt',
	'vis-timeline': 'vis-timeline'
};
const HEADINGS = {
	'ready ms': 'readyMs',
	'cpu ms': 'cpuMs',
	'scroll ms/frame': 'scrollCpuMs',
	'worst frame ms': 'scrollWorstMs',
	'zoom ms': 'zoomCpuMs',
	'drag ms/move': 'dragCpuMs',
	'long tasks': 'dragLongTasks'
} as const satisfies Record<string, keyof Figures>;
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
		const names = context.smoke ? ['dhtmlx-gantt'] : Object.keys(PEERS);
		const pages = await openPeerPages(names.map((name) => PEERS[name]!));
		try {
			for (const { bars, rows: lines } of sizeOf(context.smoke)) {
				context.log(`${bars} bars in ${lines} rows`);
				const host = await Host.open('embedded', { env: { PLIMSOLL_TODAY: TODAY } });
				try {
					await fillBookings(host.url, { people: lines, bars, from: FROM });
					const peers = names.map((name) => {
						const url = pages.url(PEERS[name]!);
						return [
							name,
							() => context.withBrowser((browser) => measurePeer(browser, url, bars, lines))
						] as const;
					});
					const contest = await runContest<Figures>(context, {
						[OURS]: () => context.withBrowser((browser) => measureProduct(browser, host, checks)),
						...Object.fromEntries(peers)
					});
					raw[bars] = contest.raw;
					for (const name of [OURS, ...names])
						rows.push({
							chart: name,
							bars,
							rows: lines,
							...showFigures(contest.medians[name], HEADINGS)
						});
					const ours = contest.medians[OURS];
					checks.push({ text: `${bars}: ours was measured`, ok: ours !== undefined });
					const worst = contest.worst[OURS];
					if (ours && worst) goals.push(...compare(bars, ours, worst, contest.medians));
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

/** The goals of one size: ratios of medians of the same run; what no frame and no task may do is asked of the worst run. */
function compare(
	bars: number,
	ours: Figures,
	worst: Figures,
	all: Record<string, Figures>
): Goal[] {
	const goal = (id: string, text: string, value: number, limit: number): Goal =>
		ceiling(id, `${bars} bars: ${text}`, value, limit);
	const against = (peer: string, key: keyof Figures): number =>
		ours[key] / (all[peer]?.[key] ?? NaN);
	const cpu = ours.cpuMs / bestPeer(all, 'cpuMs');
	if (bars <= 20_000) return [goal('G1', 'first render, CPU against the best peer', cpu, 0.33)];
	const ready = ours.readyMs / bestPeer(all, 'readyMs');
	const dhtmlx = 'dhtmlx-gantt';
	return [
		goal('G1', 'first render, CPU against the best peer', cpu, 0.25),
		goal('G1', 'time to ready against the best peer', ready, 0.3),
		goal('G2', `scroll CPU a frame against ${dhtmlx}`, against(dhtmlx, 'scrollCpuMs'), 1),
		goal('G3', `zoom CPU against ${dhtmlx}`, against(dhtmlx, 'zoomCpuMs'), 0.7),
		goal('G4', `drag CPU a move against ${dhtmlx}`, against(dhtmlx, 'dragCpuMs'), 1),
		...['svelte-gantt', 'vis-timeline'].map((peer) =>
			goal('G2', `scroll CPU a frame against ${peer}`, against(peer, 'scrollCpuMs'), 0.15)
		),
		goal('G2', 'worst frame of the scroll in any run, ms', worst.scrollWorstMs, 17),
		goal('G4', 'long tasks of the drag in any run', worst.dragLongTasks, 0)
	];
}
