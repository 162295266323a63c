// Views of a board's screens with a name. A personal one goes with the membership of whoever saved it.
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ViewScreen } from '#lib/model/saved-view.ts';
import { boards, memberships } from './board.ts';
import { instant } from './columns.ts';

export const savedViews = pgTable(
	'saved_view',
	{
		id: text('id').primaryKey(),
		board: text('board')
			.notNull()
			.references(() => boards.id, { onDelete: 'cascade' }),
		/** Whose it is; null for one that is shared. */
		user: text('user'),
		screen: text('screen').$type<ViewScreen>().notNull(),
		name: text('name').notNull(),
		query: text('query').notNull(),
		/** Among the pinned ones of its screen, from 0. */
		place: integer('place'),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [
		index('saved_view_board').on(table.board, table.user),
		uniqueIndex('saved_view_name').on(
			table.board,
			table.screen,
			sql`coalesce(${table.user}, '')`,
			sql`lower(${table.name})`
		),
		foreignKey({
			name: 'saved_view_member',
			columns: [table.board, table.user],
			foreignColumns: [memberships.board, memberships.user]
		}).onDelete('cascade'),
		check('saved_view_screen', sql`${table.screen} in ('board', 'timeline', 'heatmap')`),
		check('saved_view_name_length', sql`char_length(${table.name}) between 1 and 60`),
		check('saved_view_query_length', sql`char_length(${table.query}) <= 2000`),
		check(
			'saved_view_place',
			sql`${table.place} is null or (${table.place} >= 0 and ${table.user} is null)`
		)
	]
);
