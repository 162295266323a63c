// Tables around a board that are written by commands: who belongs to it, whom it shows, what was approved, what was
// imported. What is drawn on the board itself lives in its log (log.ts beside this).
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text
} from 'drizzle-orm/pg-core';
import type { Preset, Role } from '#lib/policy/roles.ts';
import { instant } from './columns.ts';
import { organisations, people, users } from './organisation.ts';

export const boards = pgTable(
	'boards',
	{
		id: text('id').primaryKey(),
		organisation: text('organisation')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		name: text('name').notNull(),
		preset: text('preset').$type<Preset>().notNull().default('standard'),
		/** Part of the document's name; a rebuilt board gets the next one. */
		epoch: integer('epoch').notNull().default(1),
		timeZone: text('time_zone').notNull().default('Etc/UTC'),
		archivedAt: instant('archived_at'),
		isDemo: boolean('is_demo').notNull().default(false),
		createdAt: instant('created_at').notNull().defaultNow()
	},
	(table) => [
		index('boards_organisation').on(table.organisation),
		check('boards_preset', sql`${table.preset} in ('standard', 'small-team')`),
		check('boards_epoch', sql`${table.epoch} > 0`)
	]
);

export const memberships = pgTable(
	'memberships',
	{
		board: text('board')
			.notNull()
			.references(() => boards.id, { onDelete: 'cascade' }),
		user: text('user')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		role: text('role').$type<Role>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.board, table.user] }),
		index('memberships_user').on(table.user),
		check(
			'memberships_role',
			sql`${table.role} in ('owner', 'planner', 'leader', 'designer', 'viewer')`
		)
	]
);

/** Whom a board shows: these people are mirrored into its document. */
export const boardPeople = pgTable(
	'board_people',
	{
		board: text('board')
			.notNull()
			.references(() => boards.id, { onDelete: 'cascade' }),
		person: text('person')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' })
	},
	(table) => [
		primaryKey({ columns: [table.board, table.person] }),
		index('board_people_person').on(table.person)
	]
);

export const approvals = pgTable(
	'approvals',
	{
		id: text('id').primaryKey(),
		board: text('board')
			.notNull()
			.references(() => boards.id, { onDelete: 'cascade' }),
		project: text('project').notNull(),
		module: text('module').notNull().default(''),
		kind: text('kind').notNull(),
		/** A person's id, or `team`. */
		askedOf: text('asked_of').notNull().default(''),
		askedOn: date('asked_on', { mode: 'string' }),
		/** Who gave it; empty while it is waited for. */
		by: text('by').notNull().default(''),
		at: instant('at'),
		solo: boolean('solo').notNull().default(false),
		revoked: boolean('revoked').notNull().default(false),
		reason: text('reason').notNull().default('')
	},
	(table) => [index('approvals_project').on(table.board, table.project)]
);

export const invitations = pgTable(
	'invitations',
	{
		/** sha256 of the token in the link. */
		tokenHash: text('token_hash').primaryKey(),
		organisation: text('organisation')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		board: text('board')
			.notNull()
			.references(() => boards.id, { onDelete: 'cascade' }),
		email: text('email').notNull(),
		role: text('role').$type<Role>().notNull(),
		person: text('person').references(() => people.id, { onDelete: 'set null' }),
		expiresAt: instant('expires_at').notNull(),
		usedAt: instant('used_at'),
		revokedAt: instant('revoked_at'),
		createdAt: instant('created_at').notNull().defaultNow()
	},
	(table) => [index('invitations_board').on(table.board)]
);

/** What a command answered under an idempotency key: asked again, it answers the same. */
export const commandLog = pgTable(
	'command_log',
	{
		user: text('user').notNull(),
		key: text('key').notNull(),
		command: text('command').notNull(),
		result: jsonb('result').$type<unknown>().notNull(),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.user, table.key] })]
);

export const importBatches = pgTable(
	'import_batch',
	{
		id: text('id').primaryKey(),
		board: text('board')
			.notNull()
			.references(() => boards.id, { onDelete: 'cascade' }),
		user: text('user').notNull(),
		fileName: text('file_name').notNull(),
		fileHash: text('file_hash').notNull(),
		counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
		report: jsonb('report').$type<unknown>().notNull().default({}),
		state: text('state').notNull(),
		at: instant('at').notNull().defaultNow()
	},
	(table) => [index('import_batch_board').on(table.board, table.at)]
);
