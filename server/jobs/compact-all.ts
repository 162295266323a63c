// The program behind `npm run compact`: opens storage, compacts the boards that are named, or all, and says what it did.
// A board that cannot be compacted stays as it is, and the others are done.
import { openDb } from '../db/db.ts';
import { listEpochs } from '../db/epochs.ts';
import { readSettings } from '../settings.ts';
import { compactBoard } from './compact.ts';

type Say = (line: string) => void;

/** Resolves to 0 when every board was compacted, else 1. Throws when the settings or storage cannot be used. */
export async function compactAll(named: readonly string[], say: Say): Promise<number> {
	const db = await openDb(readSettings());
	try {
		const boards = await listEpochs(db);
		const unknown = named.filter((wanted) => !boards.some(({ id }) => id === wanted));
		for (const name of unknown) say(`There is no board ${name}.`);
		let failed = unknown.length;
		for (const { id, name, epoch } of boards) {
			if (named.length > 0 && !named.includes(id)) continue;
			try {
				const { bytesBefore, bytesAfter, epoch: next } = await compactBoard(db, id, epoch);
				say(`${name} (${id}): ${kib(bytesBefore)} -> ${kib(bytesAfter)}, epoch ${next}`);
			} catch (error) {
				say(`${name} (${id}) stays as it is. ${(error as Error).message}`);
				failed += 1;
			}
		}
		return failed > 0 ? 1 : 0;
	} finally {
		await db.close();
	}
}

function kib(bytes: number): string {
	return `${(bytes / 1024).toFixed(1)} KiB`;
}
