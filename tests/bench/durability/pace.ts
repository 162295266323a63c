// Forty people at two edits a second each, on a server of their own that nobody kills: how long an edit takes from the
// hand to the acknowledgement that it is in the log.
import { Host, type StorageKind } from '../../chaos/host.ts';
import { join } from '../../chaos/member.ts';
import { Oracle, type Verdict } from '../../chaos/oracle.ts';
import { startWriters } from '../../chaos/writers.ts';

export interface Paced {
	verdict: Verdict;
	latenciesMs: number[];
	/** Edits acknowledged a second; a server that falls behind shows here, because nobody edits before the last is in. */
	editsPerSecond: number;
}

const FORTY = { writers: 40, everyMs: 500 };
const EDITS_PER_SECOND = (FORTY.writers * 1000) / FORTY.everyMs;

export async function editAtPace(
	kind: StorageKind,
	postgres: string,
	seconds: number
): Promise<Paced> {
	const oracle = new Oracle();
	let host: Host | undefined;
	try {
		host = await Host.open(kind, { postgres });
		const owner = await host.signIn('owner');
		const { document } = await host.findBoard(owner);
		const logins = [
			{ role: 'owner', login: owner },
			{ role: 'planner', login: await host.signIn('planner') }
		];
		const writers = await startWriters(logins, document, oracle, FORTY);
		try {
			const began = performance.now();
			await writers.more(seconds * EDITS_PER_SECOND);
			const editsPerSecond = (writers.acknowledged * 1000) / (performance.now() - began);
			await writers.finish();
			const latenciesMs = [...writers.latenciesMs];
			writers.destroy();
			const fresh = await join(owner, document);
			const verdict = oracle.judge(fresh.board);
			fresh.destroy();
			return { verdict, latenciesMs, editsPerSecond };
		} finally {
			writers.destroy();
		}
	} finally {
		await host?.remove();
		oracle.remove();
	}
}
