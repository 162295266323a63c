// From drafted records to changes of this board: what is new, what differs, what the person may not do. Judged by the
// same rules as an edit by hand; only gates are not asked, and an owner's restore keeps whose words are whose.
import { entityOf, findField, makeRow, type CollectionName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import { sameValue } from '#lib/model/value.ts';
import { can } from '#lib/policy/can.ts';
import { encodeRecord } from '#lib/doc/codec.ts';
import type { Actor } from '#lib/policy/roles.ts';
import type { BoardFacts } from './board-facts.ts';
import type { Draft, DraftRecord } from './draft.ts';

export interface PlannedChanges {
	changes: Change[];
	/** Bytes the document grows by, about. */
	bytes: number;
	created: number;
	updated: number;
	unchanged: number;
}

const RECORD_BYTES = 24;

type AnyRow = Readonly<Record<string, unknown>> & { id: string };
type Rules = { actor: Actor; facts: BoardFacts; isRestore: boolean };

/** Rules an owner's restore is not held to: who wrote a comment, who gave a reason, who confirmed a booking. */
const SIGNED = ['P-3', 'P-10', 'P-11', 'P-12'];

const isRestoring = ({ actor, isRestore }: Rules): boolean => isRestore && actor.role === 'owner';

/** True for what the server keeps of a record: in anybody else's file it is for reading, and is not taken from it. */
const isKept = (collection: CollectionName, field: string): boolean =>
	findField(collection, field)!.who === 'server';

/** Compares the draft with the board; denials become remarks of the draft. Yields now and then. */
export function* planChanges(draft: Draft, rules: Rules): Generator<void, PlannedChanges> {
	const planned: PlannedChanges = { changes: [], bytes: 0, created: 0, updated: 0, unchanged: 0 };
	for (const [i, record] of draft.records.entries()) {
		if (i % 50 === 0) yield;
		const before = rowOf(rules.facts, record.collection, record.id);
		if (before) planUpdate(planned, draft, record, before, rules);
		else planCreation(planned, draft, record, rules);
	}
	return planned;
}

function planCreation(
	planned: PlannedChanges,
	draft: Draft,
	record: DraftRecord,
	rules: Rules
): void {
	const { collection, id, first } = record;
	const says = isRestoring(rules)
		? record.says
		: Object.fromEntries(
				Object.entries(record.says).filter(([field]) => !isKept(collection, field))
			);
	const row = makeRow(collection, id, { ...first, ...says } as never) as unknown as AnyRow;
	const change: Change = { kind: 'create', collection, id, record: row };
	if (!mayDo(draft, record, change, rules)) return;
	planned.changes.push(change);
	planned.created++;
	planned.bytes += bytesOf(collection, row);
}

function planUpdate(
	planned: PlannedChanges,
	draft: Draft,
	record: DraftRecord,
	before: AnyRow,
	rules: Rules
): void {
	const { collection, id, row, says } = record;
	if (before.archived === true && says.archived === undefined)
		draft.note(
			row,
			'archived',
			`The ${entityOf(collection).label.toLowerCase()} was archived on the board.`,
			'It is brought up to date and stays archived.'
		);
	let writes = 0;
	for (const [field, after] of Object.entries(says)) {
		if (findField(collection, field)!.who === 'once' || sameValue(before[field], after)) continue;
		if (isKept(collection, field) && !isRestoring(rules)) continue;
		const change: Change = { kind: 'write', collection, id, field, before: before[field], after };
		if (!mayDo(draft, record, change, rules)) continue;
		planned.changes.push(change);
		planned.bytes += JSON.stringify(after).length + id.length;
		writes++;
	}
	if (writes > 0) planned.updated++;
	else planned.unchanged++;
}

function mayDo(draft: Draft, { row }: DraftRecord, change: Change, rules: Rules): boolean {
	const verdict = can(rules.actor, change, rules.facts.reader);
	if (verdict.ok || (isRestoring(rules) && SIGNED.includes(verdict.rule))) return true;
	return draft.refuse(row, 'denied', `${verdict.remedy} (${verdict.rule})`);
}

/** What a record takes in the document, about: its values by place, its id, and what Yjs keeps beside them. */
export function bytesOf(collection: CollectionName, row: { id: string }): number {
	return (
		JSON.stringify(encodeRecord(collection, row as never)).length + row.id.length + RECORD_BYTES
	);
}

function rowOf({ rows }: BoardFacts, collection: CollectionName, id: string): AnyRow | undefined {
	return (rows[collection] as ReadonlyMap<string, unknown>).get(id) as AnyRow | undefined;
}
