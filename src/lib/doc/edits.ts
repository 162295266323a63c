// Verbs that any collection has: setting fields, archiving and restoring; and the stages. Every verb asks the policy
// first; what is refused writes nothing.

import { newId } from '#lib/domain/ids.ts';
import { findField, type CollectionName, type EntityIn, type FieldName } from '#lib/model/board.ts';
import { attempt, refuseEdit } from './changes.ts';
import type { EditContext, Outcome } from './edit-context.ts';
import { rankInList, type Slot } from './slots.ts';

/** Sets one field of one row. */
export function setField<C extends CollectionName, F extends FieldName<C>>(
	ctx: EditContext,
	collection: C,
	id: string,
	field: F,
	value: EntityIn<C>[F]
): Outcome {
	const values = { [field]: value } as unknown as Partial<Omit<EntityIn<C>, 'id'>>;
	return setFields(ctx, collection, [id], values);
}

/** Sets the same fields of several rows together: all or none. */
export function setFields<C extends CollectionName>(
	ctx: EditContext,
	collection: C,
	ids: readonly string[],
	values: Partial<Omit<EntityIn<C>, 'id'>>
): Outcome {
	const gone = ids.find((id) => !ctx.board.get(collection, id));
	const names = Object.keys(values) as FieldName<C>[];
	if (gone !== undefined)
		return refuseEdit(collection, gone, names[0] ?? '', 'P-5', 'It is not on this board any more.');
	const unknown = names.find((name) => !findField(collection, name));
	if (unknown !== undefined)
		return refuseEdit(collection, ids[0] ?? '', unknown, 'P-5', `There is no field "${unknown}".`);
	return attempt(ctx, (plan) => {
		for (const id of ids)
			for (const name of names) plan.write(collection, id, name, (values as EntityIn<C>)[name]);
	});
}

/** Collections whose rows can be put away. */
export type Archivable = {
	[C in CollectionName]: EntityIn<C> extends { archived: boolean } ? C : never;
}[CollectionName];

/** Puts rows away. Nothing is deleted: `restore` brings them back as they were. */
export function archive(ctx: EditContext, collection: Archivable, ids: readonly string[]): Outcome {
	return setFields(ctx, collection, ids, { archived: true });
}

export function restore(ctx: EditContext, collection: Archivable, ids: readonly string[]): Outcome {
	return setFields(ctx, collection, ids, { archived: false });
}

export type NewStage = Partial<Omit<EntityIn<'stages'>, 'id' | 'rank'>> & { name: string } & Slot;

/** Adds a stage, at the end where no place is given; returns its id. */
export function createStage(ctx: EditContext, given: NewStage): Outcome<string> {
	const { before, after, ...fields } = given;
	const id: string = newId('stg', ctx.random, ctx.now());
	return attempt(ctx, (plan) => {
		const rank = rankInList([...ctx.board.all('stages')], { before, after }, ctx.random);
		plan.create('stages', id, { ...fields, rank });
		return id;
	});
}

/** Moves a stage to another place in the order. */
export function moveStage(ctx: EditContext, id: string, slot: Slot): Outcome {
	const rank = rankInList([...ctx.board.all('stages')], slot, ctx.random, id);
	return setField(ctx, 'stages', id, 'rank', rank);
}
