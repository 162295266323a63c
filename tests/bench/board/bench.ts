// G5 and G14: a board of many cards against the drag libraries people build boards with, and the JavaScript it needs. Ours
// is the built product on its own server, opened by its tab from another screen, so that the cards are there as they are
// for the peers.
import type { Browser } from '@playwright/test';
import { Host } from '../../chaos/host.ts';
import { signIn } from '../../chaos/sign-in.ts';
import { defineBench, type Check, type Goal, type Row } from '../harness.ts';
import { bestPeer, ceiling, once, OURS, runContest, showFigures } from '../ui/contest.ts';
import { fillCards } from '../ui/fill-board.ts';
import { openPeerPages } from '../ui/peer-pages.ts';
import { measurePeer, measureProduct, type Figures } from './measure.ts';
import { measureRoute, type RouteSize } from './route-size.ts';

/** Package to page. */
const PEERS: Record<string, string> = {
	'svelte-dnd-action': 'svelte-dnd-action',
	'@hello-pangea/dnd': 'hello-pangea-dnd',
	sortablejs: 'sortablejs'
};
const COLUMNS = 6;
const ROUTE_KB = 100;
const GOAL_CARDS = 10_000;

export default defineBench({
	name: 'board',
	title: 'the board against the drag libraries people build boards with',
	needs: { browser: true, build: true, peers: Object.keys(PEERS) },
	async run(context) {
		const rows: Row[] = [];
		const checks: Check[] = [];
		const goals: Goal[] = [];
		const raw: Record<string, unknown> = {};
		const names = context.smoke ? ['sortablejs'] : Object.keys(PEERS);
		const pages = await openPeerPages(names.map((name) => PEERS[name]!));
		try {
			for (const count of context.smoke ? [300] : [2_000, GOAL_CARDS]) {
				context.log(`${count} cards`);
				const host = await Host.open('embedded');
				try {
					await fillCards(host.url, count, COLUMNS);
					if (goals.length === 0)
						goals.push(...(await context.withBrowser((browser) => sizeGoals(browser, host))));
					const peers = names.map((name) => {
						const url = pages.url(PEERS[name]!);
						return [
							name,
							() => context.withBrowser((browser) => measurePeer(browser, url, count))
						] as const;
					});
					const contest = await runContest<Figures>(context, {
						[OURS]: () => context.withBrowser((browser) => measureProduct(browser, host, checks)),
						...Object.fromEntries(peers)
					});
					raw[count] = contest.raw;
					for (const name of [OURS, ...names])
						rows.push({
							board: name,
							cards: count,
							...showFigures(contest.medians[name], {
								'ready ms': 'readyMs',
								'cpu ms': 'cpuMs',
								'worst drag frame ms': 'dragWorstMs'
							})
						});
					const ours = contest.medians[OURS];
					checks.push({ text: `${count}: ours was measured`, ok: ours !== undefined });
					const worst = contest.worst[OURS];
					if (ours && worst && count >= GOAL_CARDS)
						goals.push(...compare(ours, worst, contest.medians));
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

async function sizeGoals(browser: Browser, host: Host): Promise<Goal[]> {
	const planner = await signIn(host.url, 'planner');
	const { read, saved } = await measureRoute(browser, planner, '/b/brd_demo/board');
	const goal = (until: string, { modules, bytes }: RouteSize): Goal =>
		ceiling(
			'G14',
			`JavaScript until ${until}, ${modules} modules, kB gzipped`,
			Math.round(bytes / 100) / 10,
			ROUTE_KB
		);
	return [goal('the board can be read', read), goal('it says Saved', saved)];
}

/** Ratios of medians; what no frame may do is asked of the worst run. */
function compare(ours: Figures, worst: Figures, all: Record<string, Figures>): Goal[] {
	const goal = (text: string, value: number, limit: number): Goal =>
		ceiling('G5', `${GOAL_CARDS} cards: ${text}`, value, limit);
	return [
		goal('time to ready against the best peer', ours.readyMs / bestPeer(all, 'readyMs'), 1 / 15),
		goal('CPU against the best peer', ours.cpuMs / bestPeer(all, 'cpuMs'), 1 / 20),
		goal('worst frame of a drag in any run, ms', worst.dragWorstMs, 17)
	];
}
