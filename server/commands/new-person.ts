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

/** Adds the person and puts them on the board; returns their id. */
export async function addNewPerson(
	tx: Reach,
	board: string,
	given: NewPerson,
	nowMs: number
): Promise<string> {
	const person: PersonRow = {
		id: newId('per', secureRandom, nowMs),
		organisation: given.organisation,
		externalId: null,
		name: given.name,
		title: given.title ?? '',
		region: given.region ?? '',
		timeZone: given.timeZone ?? '',
		nonProjectBp: DEFAULT_NON_PROJECT_BP,
		hoursAssumed: !given.withoutHours,
		skills: [],
		starts: null,
		ends: null,
		active: true,
		userId: given.userId ?? null,
		unit: '',
		skillLevels: [],
		maxLoadBp: null,
		nonProjectFrom: [],
		ownDays: []
	};
	await addPersonRow(tx, person);
	if (!given.withoutHours) await putPattern(tx, person.id, { from: null, minutes: assumedWeek });
	await putOnBoard(tx, board, person.id);
	return person.id;
}
