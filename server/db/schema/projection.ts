// What a board's document says, as rows to ask across boards: bookings, projects and stages. Written in the transaction
// of the update that made them so, or all at once from the document (board_projection says which version). Never a
// source: a row here may be thrown away. No checks on values: one refused row would keep the whole board from saving.
import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { boards } from './board.ts';

const board = () =>
	text('board')
		.notNull()
		.references(() => boards.id, { onDelete: 'cascade' });

/** A board without its row here has not been projected yet. */
export const boardProjections = pgTable('board_projection', {
	board: board().primaryKey(),
	/** Of the code that wrote it; another one writes it anew. */
	version: integer('version').notNull(),
	/** Makes the ids that this board shows of other boards' bookings; never leaves storage. */
	salt: text('salt').notNull()
});

export const projectedAllocations = pgTable(
	'projected_allocation',
	{
		board: board(),
		id: text('id').notNull(),
		/** Empty for an open role. */
		person: text('person').notNull(),
		role: text('role').notNull(),
		skill: text('skill').notNull(),
		level: integer('level'),
		project: text('project').notNull(),
		from: date('from', { mode: 'string' }),
		to: date('to', { mode: 'string' }),
		/** Null mode is unknown effort. */
		loadMode: text('load_mode').$type<'perDay' | 'percent' | 'total'>(),
		loadAmount: integer('load_amount'),
		contour: text('contour').$type<'flat' | 'front' | 'back'>().notNull(),
		certainty: text('certainty').$type<'tentative' | 'confirmed' | 'requested'>().notNull(),
		probabilityBp: integer('probability_bp'),
		kind: text('kind').notNull(),
		archived: boolean('archived').notNull(),
		/** False where it counts for nothing: archived, without dates, or its work is archived or gone (M-6). */
		counts: boolean('counts').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.board, table.id] }),
		index('projected_allocation_person')
			.on(table.person, table.to)
			.where(sql`${table.counts}`)
	]
);

export const projectedProjects = pgTable(
	'projected_project',
	{
		board: board(),
		id: text('id').notNull(),
		title: text('title').notNull(),
		/** Empty, or the id of a stage that may be gone: it then stands in the first one (M-22). */
		stage: text('stage').notNull(),
		lead: text('lead').notNull(),
		launch: date('launch', { mode: 'string' }),
		committed: boolean('committed').notNull(),
		effortMinutes: integer('effort_minutes'),
		/** No effort of its own, and not all of its modules have one. */
		unsized: boolean('unsized').notNull(),
		priority: text('priority').notNull(),
		mandatory: boolean('mandatory').notNull(),
		contentType: text('content_type').notNull(),
		archived: boolean('archived').notNull()
	},
	(table) => [primaryKey({ columns: [table.board, table.id] })]
);

export const projectedStages = pgTable(
	'projected_stage',
	{
		board: board(),
		id: text('id').notNull(),
		name: text('name').notNull(),
		phase: text('phase').notNull(),
		/** Sorts as bytes, ties by id. */
		rank: text('rank').notNull(),
		archived: boolean('archived').notNull()
	},
	(table) => [primaryKey({ columns: [table.board, table.id] })]
);
