// What somebody says of their time off, recorded or asked for: the same fields, the same refusals.
import * as v from 'valibot';
import { spanDays, spanFault } from '#lib/domain/days.ts';
import { newId } from '#lib/domain/ids.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { absenceKinds, addAbsence, type AbsenceKind } from '../db/absences.ts';
import { isOnBoard } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { secureRandom } from '../row-id.ts';
import { notFound, problem } from './command.ts';
import { day, id } from './input.ts';

const MOST_DAYS = 800;

/** When and for how long. */
export const absenceFields = {
	from: day('The first day'),
	to: day('The last day'),
	/** Minutes off on each of these days; null for whole days. */
	minutesPerDay: v.optional(
		v.nullable(
			v.pipe(
				v.number('Hours must be a number.'),
				v.integer('Hours must come to whole minutes.'),
				v.minValue(1, 'Say how long, or leave it empty for whole days.'),
				v.maxValue(1440, 'A day has 24 hours.')
			)
		),
		null
	),
	kind: v.optional(
		v.picklist(Object.keys(absenceKinds) as AbsenceKind[], 'Choose what kind of time off.'),
		'leave'
	)
};

export const absenceSchema = v.object({
	board: id('The board'),
	person: id('The person'),
	...absenceFields
});
export type AbsenceInput = v.InferOutput<typeof absenceSchema>;

/** Refuses days in the wrong order, and too many of them. */
export function checkDays(from: string, to: string): Result<void> {
	const fault = spanFault({ from, to });
	if (fault !== null) return problem('invalid', `It ${fault}.`, 'to');
	const days = spanDays({ from, to });
	if (days > MOST_DAYS)
		return problem('invalid', `That is ${days} days; at most ${MOST_DAYS} at once.`, 'to');
	return ok(undefined);
}

/** Writes the row; the person must be on the board. Returns its id. */
export async function writeAbsence(
	tx: Reach,
	{ board, person, from, to, minutesPerDay, kind }: AbsenceInput,
	status: 'requested' | 'approved',
	now: Date
): Promise<Result<{ absence: string }>> {
	if (!(await isOnBoard(tx, board, person))) return notFound('person');
	const checked = checkDays(from, to);
	if (!checked.ok) return checked;
	const absence = newId('abs', secureRandom, now.getTime());
	await addAbsence(tx, { id: absence, person, from, to, minutesPerDay, kind, status });
	return ok({ absence });
}
