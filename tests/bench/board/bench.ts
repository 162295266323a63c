// G5 and G14: a board of many cards against the drag libraries people build boards with, and the JavaScript it needs. Ours
// is the built product on its own server, opened by its tab from another screen, so that the cards are there as they are
// for the peers.
import { Host } from '../../chaos/host.ts';
import { signIn } from '../../chaos/sign-in.ts';
import { defineBench, type Check, type Goal, type Row } from '../harness.ts';
import { bestPeer, once, OURS, runContest, showFigures } from '../ui/contest.ts';
import { fillCards } from '../ui/fill-board.ts';
import { openPeerPages } from '../ui/peer-pages.ts';
import { measurePeer, measureProduct, type Figures } from './measure.ts';
import { measureRoute } from './route-size.ts';

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
					if (goals.length === 0) goals.push(await sizeGoal(host));
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
					if (ours && count >= GOAL_CARDS) goals.push(...compare(ours, contest.medians));
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

async function sizeGoal(host: Host): Promise<Goal> {
	const planner = await signIn(host.url, 'planner');
	const { modules, bytes } = await measureRoute(planner, '/b/brd_demo/board');
	const kilobytes = Math.round(bytes / 100) / 10;
	return {
		id: 'G14',
		text: `JavaScript of the board's page, ${modules} modules, kB gzipped`,
		value: kilobytes,
		limit: ROUTE_KB,
		met: kilobytes <= ROUTE_KB
	};
}

function compare(ours: Figures, all: Record<string, Figures>): Goal[] {
	const ceiling = (text: string, value: number, limit: number): Goal => ({
		id: 'G5',
		text: `${GOAL_CARDS} cards: ${text}`,
		value: Math.round(value * 1000) / 1000,
		limit: Math.round(limit * 1000) / 1000,
		met: value <= limit
	});
	return [
		ceiling('time to ready against the best peer', ours.readyMs / bestPeer(all, 'readyMs'), 1 / 15),
		ceiling('CPU against the best peer', ours.cpuMs / bestPeer(all, 'cpuMs'), 1 / 20),
		ceiling('worst frame of a drag, ms', ours.dragWorstMs, 17)
	];
}
