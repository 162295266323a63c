// G12: what one changed booking costs, 500 people over 364 days with 30,000 bookings: our grid against crossfilter2 and
// against the code one would write first (dates, filters). All three must say the same minutes. Then what else moves cells:
// other days, leave, a closed day, a board that is opened. Then in the product: a booking changed by somebody else, what it
// costs the page that shows the heatmap, and when its cell says so.
import { Host } from '../../chaos/host.ts';
import { defineBench, getMedian, type Check, type Goal } from '../harness.ts';
import { once } from '../ui/contest.ts';
import { fillBookings } from '../ui/fill-board.ts';
import type { CrossfilterPeer } from './crossfilter.ts';
import { fillDocument, measureBoard } from './measure-board.ts';
import { measureGrid } from './measure-grid.ts';
import { drawPlan, FROM, type Size } from './plan.ts';
import { measureRepaint, type Repaint } from './repaint.ts';

export default defineBench({
	name: 'heatmap',
	title: 'one changed booking, from the grid to the picture',
	needs: { browser: true, build: true, peers: ['crossfilter2'] },
	async run(context) {
		const size: Size = context.smoke
			? { people: 40, bookings: 1_000 }
			: { people: 500, bookings: 30_000 };
		const checks: Check[] = [];
		const crossfilter = (await context.importPeer('crossfilter2')) as CrossfilterPeer;
		const plan = drawPlan(size);
		const board = fillDocument(plan);
		const rounds = Array.from({ length: context.repetitions }, () => ({
			...measureGrid(size, crossfilter, checks),
			...measureBoard(board, plan, checks)
		}));
		type Figure = keyof (typeof rounds)[number];
		const median = (key: Figure): number => getMedian(rounds.map((round) => round[key]));
		const host = await Host.open('embedded', { env: { PLIMSOLL_TODAY: '2026-01-08' } });
		let repaint: Repaint;
		try {
			const [people, bars] = context.smoke ? [30, 600] : [500, 30_000];
			await fillBookings(host.url, { people: people!, bars: bars!, from: FROM });
			repaint = await context.withBrowser((browser) =>
				measureRepaint(browser, host, checks, context.smoke ? 5 : 30)
			);
		} finally {
			await host.remove();
		}
		const ratio = (peerMs: number): number => Math.round((peerMs * 1000) / median('changeUs'));
		const goals: Goal[] = [
			goal('a change, microseconds', round(median('changeUs')), '<= 2', median('changeUs') <= 2),
			goal(
				'against the naive code, times faster',
				ratio(median('naiveMs')),
				'>= 10000',
				ratio(median('naiveMs')) >= 10_000
			),
			goal(
				'against crossfilter2, times faster',
				ratio(median('crossfilterMs')),
				'>= 10000',
				ratio(median('crossfilterMs')) >= 10_000
			),
			goal(
				'the whole grid laid anew from what it holds, ms',
				round(median('coverMs')),
				'<= 5',
				median('coverMs') <= 5
			),
			goal(
				'a change by somebody else, CPU of the page, ms',
				round(repaint.cpuMs),
				'<= 16.7',
				repaint.cpuMs <= 16.7
			),
			goal(
				'frames from the change of the document to that of the cell, at most',
				repaint.mostFrames,
				1,
				repaint.mostFrames <= 1
			)
		];
		return {
			rows: [
				{ what: 'our grid, one change', ms: median('changeUs') / 1000 },
				{ what: 'our grid, laid anew from what it holds', ms: round(median('coverMs')) },
				{ what: 'the same in a new process', ms: round(rounds[0]!.firstCoverMs) },
				{ what: 'our board, leave of one person', ms: round(median('leaveMs')) },
				{ what: 'our board, a closed day for everybody', ms: round(median('closedDayMs')) },
				{ what: 'our board, counted for the first time', ms: round(median('firstCountMs')) },
				{ what: 'crossfilter2, one change', ms: round(median('crossfilterMs')) },
				{ what: 'dates and filters', ms: round(median('naiveMs')) },
				{ what: 'heatmap page, a change by somebody else', ms: round(repaint.cpuMs) }
			],
			goals,
			checks: once(checks),
			raw: rounds
		};
	}
});

const round = (value: number): number => Math.round(value * 100) / 100;
const goal = (text: string, value: number, limit: string | number, met: boolean): Goal => ({
	id: 'G12',
	text,
	value,
	limit,
	met
});
