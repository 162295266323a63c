// Tables behind the leader's overview: what projects cost outside the team, and who looked at individuals. Money never
// reaches a board's document.
import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	date,
	index,
	integer,
	pgTable,
	primaryKey,
	text
} from 'drizzle-orm/pg-core';
import { boards } from './board.ts';
import { instant } from './columns.ts';
import { organisations, users } from './organisation.ts';

/** What a project costs beside the team's hours: vendors, licences, actors. In the organisation's currency. */
export const externalCosts = pgTable(
	'external_costs',
	{
		board: text('board')
			.notNull()
			.references(() => boards.id, { onDelete: 'cascade' }),
		project: text('project').notNull(),
		amountMinor: bigint('amount_minor', { mode: 'number' }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.board, table.project] }),
		check('external_costs_amount', sql`${table.amountMinor} >= 0`)
	]
);

/** Who looked at the load of individuals, of which team, on which day, and how often. */
export const overviewLooks = pgTable(
	'overview_look',
	{
		organisation: text('organisation')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		user: text('user')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		team: text('team').notNull(),
		day: date('day', { mode: 'string' }).notNull(),
		looks: integer('looks').notNull().default(1),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [
		primaryKey({ columns: [table.user, table.team, table.day] }),
		index('overview_look_organisation').on(table.organisation, table.day)
	]
);
