// May this person write this field, and what a field holds in words. Pure; asks the same policy as the server.

import type { Day } from '#lib/domain/days.ts';
import { findField, type BoardReader, type CollectionName } from '#lib/model/board.ts';
import { formatCells } from '#lib/model/cells.ts';
import { can } from '#lib/policy/can.ts';
import type { Actor } from '#lib/policy/roles.ts';

type AnyRow = Readonly<Record<string, unknown>>;

/** Why the actor may not write a field of a row; empty where they may. */
export function findRefusal(
	actor: Actor,
	board: BoardReader,
	collection: CollectionName,
	id: string,
	field: string
): string {
	const before = (board.get(collection, id) as AnyRow | undefined)?.[field];
	const verdict = can(
		actor,
		{ kind: 'write', collection, id, field, before, after: before },
		board
	);
	return verdict.ok ? '' : verdict.remedy;
}

/** A field's value as people read it; a dash for nothing. */
export function describeValue(
	board: BoardReader,
	collection: CollectionName,
	fieldName: string,
	value: unknown
): string {
	const field = findField(collection, fieldName);
	if (!field || value === null || value === '' || value === undefined) return '—';
	if (field.kind === 'flag') return value === true ? 'Yes' : 'No';
	if (field.kind === 'choice')
		return field.options?.find((option) => option.value === value)?.label ?? '—';
	if (field.kind === 'ref') {
		const row = board.get(field.refersTo as CollectionName, String(value)) as AnyRow | undefined;
		return String(row?.name ?? row?.title ?? '—');
	}
	if (field.kind === 'span') {
		const { from, to } = value as { from: Day; to: Day };
		return from === to ? from : `${from} to ${to}`;
	}
	const cells = formatCells(field, value).join(' ');
	return field.unit ? `${cells} ${field.unit}` : cells;
}
