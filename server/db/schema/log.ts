// Tables of a board's log: the updates in their order, what a start reads faster, who may append, and the rows that
// are written in the same transaction as the update they were derived from. Rows of the log are never changed.
import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text
} from 'drizzle-orm/pg-core';
import { boards } from './board.ts';
import { bytes, instant } from './columns.ts';

const board = () =>
	text('board')
		.notNull()
		.references(() => boards.id, { onDelete: 'cascade' });
const seq = () => bigint('seq', { mode: 'number' });

/** One accepted Yjs update. `seq` counts from 1 without a gap, in commit order. */
export const boardUpdates = pgTable(
	'board_update',
	{
		board: board(),
		epoch: integer('epoch').notNull(),
		seq: seq().notNull(),
		bytes: bytes('bytes').notNull(),
		actor: text('actor').notNull(),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.board, table.epoch, table.seq] })]
);

/** The log up to and with `seq`, merged. A cache: the rows stay. A trigger refuses a `seq` that goes back. */
export const boardSnapshots = pgTable(
	'board_snapshot',
	{
		board: board(),
		epoch: integer('epoch').notNull(),
		seq: seq().notNull(),
		bytes: bytes('bytes').notNull(),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [
		primaryKey({ columns: [table.board, table.epoch] }),
		check('board_snapshot_seq', sql`${table.seq} > 0`)
	]
);

/** The last `seq` of a board's epoch, so that a log that lost its tail is noticed. */
export const boardCounters = pgTable(
	'board_counter',
	{
		board: board(),
		epoch: integer('epoch').notNull(),
		seq: seq().notNull().default(0),
		/** The last `seq` that the projected rows hold (schema/projection.ts). */
		projected: bigint('projected', { mode: 'number' }).notNull().default(0)
	},
	(table) => [primaryKey({ columns: [table.board, table.epoch] })]
);

/** Who may append. `fence` grows with every taking; an append under an older one is refused. */
export const boardLeases = pgTable(
	'board_lease',
	{
		board: text('board')
			.primaryKey()
			.references(() => boards.id, { onDelete: 'cascade' }),
		/** Null when it was given back. */
		holder: text('holder'),
		fence: bigint('fence', { mode: 'number' }).notNull(),
		until: instant('until').notNull()
	},
	(table) => [index('board_lease_holder').on(table.holder)]
);

/** Whose Yjs client id it is, from its first struct on. */
export const clientBindings = pgTable(
	'client_binding',
	{
		board: board(),
		client: bigint('client', { mode: 'number' }).notNull(),
		userId: text('user_id').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.board, table.client] }),
		index('client_binding_user').on(table.board, table.userId)
	]
);

/** What changed, field by field. `seq` is that of the update it came with. */
export const auditEvents = pgTable(
	'audit_event',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		board: board(),
		epoch: integer('epoch').notNull(),
		seq: seq().notNull(),
		actor: text('actor').notNull(),
		collection: text('collection').notNull(),
		record: text('record').notNull(),
		/** Empty for a record as a whole. */
		field: text('field').notNull(),
		before: jsonb('before').$type<unknown>(),
		after: jsonb('after').$type<unknown>(),
		kind: text('kind').notNull(),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [
		index('audit_event_record').on(table.board, table.record, table.id),
		index('audit_event_seq').on(table.board, table.epoch, table.seq),
		index('audit_event_launch')
			.on(table.board, table.at)
			.where(sql`${table.collection} = 'projects' and ${table.field} = 'launch'`)
	]
);

/** Every entry of a card into a stage. Ages and flow measures are read from here. */
export const gateTransitions = pgTable(
	'gate_transition',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		board: board(),
		epoch: integer('epoch').notNull(),
		seq: seq().notNull(),
		/** `projects` or `modules`. */
		cardKind: text('card_kind').notNull(),
		card: text('card').notNull(),
		/** Empty for a card that was just made. */
		from: text('from').notNull(),
		to: text('to').notNull(),
		actor: text('actor').notNull(),
		reason: text('reason').notNull().default(''),
		kind: text('kind').$type<'move' | 'return' | 'override' | 'import'>().notNull(),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [
		index('gate_transition_card').on(table.board, table.card, table.id),
		check('gate_transition_kind', sql`${table.kind} in ('move', 'return', 'override', 'import')`)
	]
);
