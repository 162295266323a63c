// What is acknowledged survives a SIGKILL, and how long an edit waits for its acknowledgement.
import type { StorageKind } from '../../chaos/host.ts';
import { defineBench, getMedian, getPercentile, type Check } from '../harness.ts';
import { killOften, type Kills } from './kills.ts';
import { editAtPace, type Paced } from './pace.ts';

interface Cell {
	kind: StorageKind;
	killed: Kills;
	paced: Paced;
}

const LIMIT_MS = 50;

export default defineBench({
	name: 'durability',
	title: 'SIGKILL while ten people edit; from an edit to its acknowledgement while forty do',
	needs: { build: true, postgres: true },
	async run({ smoke, startPostgres, log }) {
		const { url } = await startPostgres();
		const cells: Cell[] = [];
		for (const kind of ['embedded', 'postgres'] as const) {
			const paced = await editAtPace(kind, url, smoke ? 2 : 10);
			cells.push({ kind, paced, killed: await killOften(kind, url, smoke ? 1 : 20, log) });
		}
		const p99 = getPercentile(cells.find(({ kind }) => kind === 'postgres')!.paced.latenciesMs, 99);
		return {
			rows: cells.map(describeCell),
			goals: [
				{
					id: 'G13',
					text: 'edit to durable on Postgres, p99 ms, while 40 people edit',
					value: p99,
					limit: LIMIT_MS,
					met: p99 <= LIMIT_MS
				}
			],
			checks: cells.flatMap(checkCell),
			raw: cells
		};
	}
});

function describeCell({ kind, killed, paced }: Cell): Record<string, string | number> {
	return {
		storage: kind,
		kills: killed.kills,
		'edits acknowledged': killed.acknowledged + paced.verdict.acknowledged,
		lost: killed.lost.length,
		doubled: killed.doubled.length,
		'deletions undone': killed.resurrected.length,
		'edits/s of 40 people': paced.editsPerSecond,
		'ack p50 ms': getMedian(paced.latenciesMs),
		'ack p99 ms': getPercentile(paced.latenciesMs, 99),
		'boot p50 ms': getMedian(killed.bootMs)
	};
}

function checkCell({ kind, killed, paced: { verdict } }: Cell): Check[] {
	const over = `over ${killed.kills} kills and at forty people's pace`;
	const lost = [...killed.lost, ...verdict.lost];
	const doubled = [...killed.doubled, ...verdict.doubled];
	const undone = [...killed.resurrected, ...verdict.resurrected];
	return [
		{ text: `${kind}: 0 acknowledged edits lost ${over}${show(lost)}`, ok: lost.length === 0 },
		{ text: `${kind}: 0 edits doubled${show(doubled)}`, ok: doubled.length === 0 },
		{ text: `${kind}: 0 deletions undone${show(undone)}`, ok: undone.length === 0 },
		{
			text: `${kind}: each of ${killed.boards} boards opens after every kill${show(killed.unread)}`,
			ok: killed.boards > 0 && killed.unread.length === 0
		}
	];
}

/** The first few of what is wrong. */
function show(wrong: readonly string[]): string {
	return wrong.length ? `; ${wrong.length}: ${wrong.slice(0, 3).join(', ')}` : '';
}
