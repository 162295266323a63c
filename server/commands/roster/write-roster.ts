// Writes what a roster changes, and nothing of rows with errors. Everybody named by a row is on the board afterwards.
import { deleteAbsence, putAbsence } from '../../db/absences.ts';
import { addPersonRow, changePerson, putOnBoard, putPattern } from '../../db/people.ts';
import type { Reach } from '../../db/reach.ts';
import type { PlannedRow } from './roster-plan.ts';

export async function writeRoster(
	tx: Reach,
	board: string,
	planned: readonly PlannedRow[]
): Promise<void> {
	for (const { state, person, absence } of planned) {
		if (state === 'error' || state === 'unchanged') continue;
		if (person) {
			const { row, change, pattern, isNew } = person;
			if (isNew) await addPersonRow(tx, row);
			else await changePerson(tx, row.id, change);
			if (pattern) await putPattern(tx, row.id, pattern);
			await putOnBoard(tx, board, row.id);
		}
		if (absence?.put) await putAbsence(tx, absence.put);
		if (absence?.remove) await deleteAbsence(tx, absence.remove);
	}
}
