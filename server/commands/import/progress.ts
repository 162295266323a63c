// A stored batch as the page shows it. A batch that says it runs but has not moved for a while was cut off: it can be
// started again, or taken back.
import type { ImportProgress } from '#lib/model/import.ts';
import type { ImportBatchRow } from '../../db/imports.ts';
import { readLedger } from './ledger.ts';

const SILENT_MS = 60_000;

export function describeState(
	{ id, fileName, state, counts, at }: Omit<ImportBatchRow, 'report'>,
	report: unknown
): ImportProgress {
	const { done = 0, of = 0, bytes: _bytes, ...rest } = counts;
	const isSilent = Date.now() - at.getTime() > SILENT_MS;
	const stands =
		state === 'running' || state === 'undoing' ? (isSilent ? 'stopped' : state) : state;
	return {
		...{ batch: id, fileName, done, of, counts: rest, at: at.getTime() },
		state: stands as ImportProgress['state'],
		remarks: readLedger(report).remarks
	};
}
