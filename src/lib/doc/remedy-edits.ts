// Applies a remedy as one change: bookings as they are to be, new ones taken out of them, and the launch that moves
// along. All or nothing, judged like any edit, and taken back by one undo.

import { newId } from '#lib/domain/ids.ts';
import type { BookingStep } from '#lib/domain/remedy-trial.ts';
import type { Day } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { certaintyOf } from './allocation-edits.ts';
import { attempt, refuseEdit, rehearse } from './changes.ts';
import type { Denied, EditContext, Outcome } from './edit-context.ts';
import type { Plan } from './plan.ts';

/** A remedy as far as it is written. */
export interface RemedyChange {
	of: string;
	steps: readonly BookingStep[];
	/** The launch of its work if that is earlier now; null leaves it. */
	launch: Day | null;
	/** What the open role is called where nobody holds a step. */
	role: string;
}

/**
 * RE-6: does the steps and moves the launch, or nothing at all. Returns the bookings that were confirmed and are
 * tentative in new hands (P-24).
 */
export function applyRemedy(ctx: EditContext, change: RemedyChange): Outcome<string[]> {
	if (!ctx.board.get('allocations', change.of))
		return refuseEdit('allocations', change.of, 'span', 'P-5', 'It is not on this board any more.');
	return attempt(ctx, (plan) => layRemedy(ctx, plan, change));
}

/** RE-6: why this actor may not; null where nothing stands against it. Writes nothing. */
export function askRemedy(ctx: EditContext, change: RemedyChange): Denied | null {
	return rehearse(ctx, (plan) => void layRemedy(ctx, plan, change));
}

function layRemedy(
	ctx: EditContext,
	plan: Plan,
	{ of, steps, launch, role }: RemedyChange
): string[] {
	const row = ctx.board.get('allocations', of);
	const handed: string[] = [];
	if (!row) return handed;
	for (const { after, isNew } of steps) {
		const given = fieldsOf(ctx, row, after, role);
		const id: string = isNew ? newId('alc', ctx.random, ctx.now()) : of;
		const isHanded = given.person !== '' && given.person !== row.person;
		if (isHanded && row.certainty === 'confirmed' && given.certainty === 'tentative')
			handed.push(id);
		if (isNew) {
			const { id: _, confirmedAt: __, confirmedBy: ___, ...fields } = row;
			plan.create('allocations', id, { ...fields, ...given, source: '' });
			continue;
		}
		// First, because who may change the rest depends on it.
		plan.write('allocations', of, 'certainty', given.certainty);
		plan.write('allocations', of, 'person', given.person);
		plan.write('allocations', of, 'role', given.role);
		plan.write('allocations', of, 'span', given.span);
		plan.write('allocations', of, 'load', given.load);
	}
	if (launch === null) return handed;
	for (const [collection, id] of [
		['projects', row.project],
		['modules', row.module]
	] as const) {
		const stands = ctx.board.get(collection, id)?.launch;
		if (stands && stands < launch) plan.write(collection, id, 'launch', launch);
	}
	return handed;
}

/** In new hands it is tentative (P-24), asked of another home team (P-23); a vendor is asked as well. */
function fieldsOf(
	ctx: EditContext,
	row: EntityIn<'allocations'>,
	{ person, span, load }: BookingStep['after'],
	role: string
): Pick<EntityIn<'allocations'>, 'person' | 'role' | 'span' | 'load' | 'certainty'> {
	if (person === row.person)
		return { person, role: row.role, span, load, certainty: row.certainty };
	if (person === '') return { person, role, span, load, certainty: 'tentative' };
	return { person, role: '', span, load, certainty: certaintyOf(ctx, person, 'tentative') };
}
