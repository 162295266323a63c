// G5: a board of many cards against the drag libraries people build boards with. Ours is the built product on its own
// server, opened by its tab from another screen, so that the cards are there as they are for the peers.
import { Host } from '../../chaos/host.ts';
import {
	defineBench,
	getMedian,
	runInterleaved,
	type Check,
	type Goal,
	type Row
} from '../harness.ts';
import { fillCards } from '../ui/fill-board.ts';
import { openPeerPages } from '../ui/peer-pages.ts';
import { signIn } from '../../chaos/sign-in.ts';
import { measurePeer, measureProduct, type Figures } from './measure.ts';
import { measureRoute } from './route-size.ts';

const PEERS = {
	'svelte-dnd-action': 'svelte-dnd-action',
	'@hello-pangea/dnd': 'hello-pangea-dnd',
	sortablejs: 'sortablejs'
} as const;
const OURS = 'plimsoll';
const COLUMNS = 6;

export default defineBench({
	name: 'board',
	title: 'the board against the drag libraries people build boards with',
	needs: { browser: true, build: true, peers: Object.keys(PEERS) },
	async run(context) {
		const rows: Row[] = [];
		const checks: Check[] = [];
		const goals: Goal[] = [];
		const raw: Record<string, unknown> = {};
		const names = (context.smoke ? ['sortablejs'] : Object.keys(PEERS)) as (keyof typeof PEERS)[];
		const pages = await openPeerPages(names.map((name) => PEERS[name]));
		try {
			for (const count of context.smoke ? [300] : [2_000, 10_000]) {
				context.log(`${count} cards`);
				const host = await Host.open('embedded');
				try {
					await fillCards(host.url, count, COLUMNS);
					const cells: Record<string, () => Promise<Figures>> = {
						[OURS]: () => context.withBrowser((browser) => measureProduct(browser, host, checks))
					};
					for (const name of names)
						cells[name] = () =>
							context.withBrowser((browser) => measurePeer(browser, pages.url(PEERS[name]), count));
					const results = await runInterleaved(cells, context.repetitions);
					const medians: Record<string, Figures> = {};
					for (const [name, all] of Object.entries(results)) {
						const done = all.filter((one): one is Figures => !(one instanceof Error));
						const failed = all.find((one) => one instanceof Error);
						if (failed) context.log(`${name}: ${failed.message.split('\n')[0]}`);
						if (done.length > 0) medians[name] = takeMedians(done);
						rows.push(toRow(name, count, medians[name]));
					}
					raw[`${count}`] = results;
					checks.push({ text: `${count}: ours was measured`, ok: medians[OURS] !== undefined });
					if (goals.length === 0) goals.push(await sizeGoal(host));
					const ours = medians[OURS];
					if (ours && count >= 10_000) goals.push(...compare(ours, medians));
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

const ROUTE_KB = 100;

async function sizeGoal(host: Host): Promise<Goal> {
	const { modules, bytes } = await measureRoute(
		await signIn(host.url, 'planner'),
		'/b/brd_demo/board'
	);
	const kilobytes = Math.round(bytes / 100) / 10;
	return {
		id: 'G14',
		text: `JavaScript of the board's page, ${modules} modules, kB gzipped`,
		value: kilobytes,
		limit: ROUTE_KB,
		met: kilobytes <= ROUTE_KB
	};
}

function takeMedians(all: Figures[]): Figures {
	const keys = Object.keys(all[0]!) as (keyof Figures)[];
	return Object.fromEntries(
		keys.map((key) => [key, getMedian(all.map((one) => one[key]))])
	) as unknown as Figures;
}

function toRow(name: string, cards: number, figures: Figures | undefined): Row {
	const show = (value: number | undefined): number | string =>
		value === undefined ? 'DNF' : Math.round(value * 10) / 10;
	return {
		board: name,
		cards,
		'ready ms': show(figures?.readyMs),
		'cpu ms': show(figures?.cpuMs),
		'worst drag frame ms': show(figures?.dragWorstMs)
	};
}

function compare(ours: Figures, all: Record<string, Figures>): Goal[] {
	const peers = Object.entries(all).filter(([name]) => name !== OURS);
	const best = (key: keyof Figures): number =>
		Math.min(...peers.map(([, figures]) => figures[key]));
	const ceiling = (text: string, value: number, limit: number): Goal => ({
		id: 'G5',
		text: `10,000 cards: ${text}`,
		value: Math.round(value * 1000) / 1000,
		limit: Math.round(limit * 1000) / 1000,
		met: value <= limit
	});
	return [
		ceiling('time to ready against the best peer', ours.readyMs / best('readyMs'), 1 / 15),
		ceiling('CPU against the best peer', ours.cpuMs / best('cpuMs'), 1 / 20),
		ceiling('worst frame of a drag, ms', ours.dragWorstMs, 17)
	];
}

function once(checks: Check[]): Check[] {
	const byText = new Map<string, boolean>();
	for (const { text, ok } of checks) byText.set(text, (byText.get(text) ?? true) && ok);
	return [...byText].map(([text, ok]) => ({ text, ok }));
}
