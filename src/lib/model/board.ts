// The registry: every collection of a board document, one spelling each. A new entity is added here and nowhere else.

import { allocations } from './allocation.ts';
import { comments } from './comment.ts';
import { elsewhere } from './elsewhere.ts';
import type { Entity, EntityOf } from './entity.ts';
import type { Field } from './field.ts';
import { modules } from './module.ts';
import { absences, approvals, people } from './people.ts';
import { projects } from './project.ts';
import { stages } from './stage.ts';
import { checkItems, tasks } from './task.ts';

export const collections = {
	stages,
	projects,
	modules,
	tasks,
	checkItems,
	comments,
	allocations,
	people,
	absences,
	approvals,
	elsewhere
} as const;

export type CollectionName = keyof typeof collections;
export type EntityIn<C extends CollectionName> = EntityOf<(typeof collections)[C]>;
export type FieldName<C extends CollectionName> = Exclude<keyof EntityIn<C>, 'id'> & string;

export const collectionNames = Object.keys(collections) as CollectionName[];
/** Collections that members write. */
export const memberCollections = collectionNames.filter(
	(name) => collections[name].home === 'board'
);
/** Collections that only the server writes. */
export const mirrorCollections = collectionNames.filter(
	(name) => collections[name].home === 'server'
);

/** Every row of a board as plain values: what rules, pictures and exports read. */
export type BoardRows = { readonly [C in CollectionName]: ReadonlyMap<string, EntityIn<C>> };

/** Read access to a board, whatever holds it: the document, a copy, a test's plain rows. */
export interface BoardReader {
	get<C extends CollectionName>(collection: C, id: string): EntityIn<C> | undefined;
	all<C extends CollectionName>(collection: C): Iterable<EntityIn<C>>;
	/** Rows whose field holds `value`; holders may answer from an index. */
	where<C extends CollectionName>(
		collection: C,
		field: FieldName<C>,
		value: string | boolean
	): Iterable<EntityIn<C>>;
}

export function isCollection(name: string): name is CollectionName {
	return Object.hasOwn(collections, name);
}

/** The entity behind a name, its fields readable by any name. */
export function entityOf(
	name: CollectionName
): Entity<CollectionName, Record<string, Field<unknown>>> {
	return collections[name] as unknown as Entity<CollectionName, Record<string, Field<unknown>>>;
}

/** The field, or undefined where the entity has none of that name. */
export function findField(name: CollectionName, fieldName: string): Field<unknown> | undefined {
	const { fields } = entityOf(name);
	return Object.hasOwn(fields, fieldName) ? fields[fieldName] : undefined;
}

/** A reader over plain rows. */
export function readRows(rows: BoardRows): BoardReader {
	return {
		get: (collection, id) => rows[collection].get(id),
		all: (collection) => rows[collection].values(),
		where: (collection, field, value) =>
			[...rows[collection].values()].filter(
				(row) => (row as Record<string, unknown>)[field] === value
			)
	};
}

/** Rows of a board that holds nothing: a place to start from in imports, seeds and tests. */
export function emptyRows(): { [C in CollectionName]: Map<string, EntityIn<C>> } {
	return Object.fromEntries(collectionNames.map((name) => [name, new Map()])) as {
		[C in CollectionName]: Map<string, EntityIn<C>>;
	};
}

/** A row with every field at its empty value, overlaid with what is given. */
export function makeRow<C extends CollectionName>(
	collection: C,
	id: string,
	given: Partial<Omit<EntityIn<C>, 'id'>>
): EntityIn<C> {
	const { fields, order } = entityOf(collection);
	const row: Record<string, unknown> = { id };
	for (const name of order)
		row[name] = Object.hasOwn(given, name)
			? (given as Record<string, unknown>)[name]
			: fields[name]!.empty;
	return row as EntityIn<C>;
}
