// A person before anybody has said more than a name: hours assumed and marked as such.
import { newId } from '#lib/domain/ids.ts';
import { DEFAULT_NON_PROJECT_BP } from '#lib/domain/calendar.ts';
import { addPersonRow, putOnBoard, putPattern, type PersonRow } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { secureRandom } from '../row-id.ts';

/** 37.5 hours, Monday to Friday. */
export const assumedWeek = [450, 450, 450, 450, 450, 0, 0];

export interface NewPerson {
	organisation: string;
	name: string;
	title?: string;
	region?: string;
	timeZone?: string;
	userId?: string | null;
	/** Without hours of their own: a leader or viewer who is no capacity of the team. */
	withoutHours?: boolean;
}

/** Somebody of whom nothing is known. */
export function blankPerson(organisation: string, id: string): PersonRow {
	return {
		...{ id, organisation, externalId: null, name: '', title: '', region: '', timeZone: '' },
		...{ nonProjectBp: DEFAULT_NON_PROJECT_BP, hoursAssumed: true, skills: [], starts: null },
		...{ ends: null, active: true, userId: null, unit: '', skillLevels: [], maxLoadBp: null },
		...{ nonProjectFrom: [], ownDays: [] }
	};
}

/** Adds the person and puts them on the board; returns their id. */
export async function addNewPerson(
	tx: Reach,
	board: string,
	{ organisation, withoutHours = false, ...given }: NewPerson,
	nowMs: number
): Promise<string> {
	const id = newId('per', secureRandom, nowMs);
	await addPersonRow(tx, {
		...blankPerson(organisation, id),
		...given,
		hoursAssumed: !withoutHours
	});
	if (!withoutHours) await putPattern(tx, id, { from: null, minutes: assumedWeek });
	await putOnBoard(tx, board, id);
	return id;
}
