// Tables of an organisation: logins and their sessions, and the people whose capacity spans boards.
// A login (`users`) and a person on the plan (`people`) are two things; a person may have no login.
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import type { DatedShare, OwnDay, SkillLevel } from '#lib/model/people.ts';
import { instant } from './columns.ts';

export const organisations = pgTable(
	'organisations',
	{
		id: text('id').primaryKey(),
		name: text('name').notNull(),
		createdAt: instant('created_at').notNull().defaultNow(),
		/** Whether leaders may switch individuals on in the overview. */
		leadersSeePeople: boolean('leaders_see_people').notNull().default(false),
		/** What an hour costs, in the currency's smallest unit; null while nobody has said. Never on a board. */
		blendedRateMinor: integer('blended_rate_minor'),
		/** ISO 4217; empty while there is no rate. */
		currency: text('currency').notNull().default(''),
		/** Where bands 1 to 5 of load end, in per cent; null for the usual (C-24). */
		loadBounds: integer('load_bounds').array()
	},
	(table) => [
		check(
			'organisations_rate',
			sql`${table.blendedRateMinor} is null or (${table.blendedRateMinor} >= 0 and ${table.currency} <> '')`
		),
		check('organisations_currency', sql`${table.currency} ~ '^([A-Z]{3})?$'`),
		// Five rising per cents, the last over full hours.
		check(
			'organisations_load_bounds',
			sql`load_bounds is null or (cardinality(load_bounds) = 5 and array_position(load_bounds, null) is null and 1 <= load_bounds[1] and load_bounds[1] < load_bounds[2] and load_bounds[2] < load_bounds[3] and load_bounds[3] < load_bounds[4] and load_bounds[4] < load_bounds[5] and load_bounds[5] between 101 and 300)`
		)
	]
);

export const users = pgTable(
	'users',
	{
		id: text('id').primaryKey(),
		organisation: text('organisation')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		/** Stored in lower case; the check refuses anything else. */
		email: text('email').notNull(),
		name: text('name').notNull(),
		/** Null while the login has no password: it cannot log in with one. */
		passwordHash: text('password_hash'),
		createdAt: instant('created_at').notNull().defaultNow(),
		/** A leader of the organisation: reads the overview of all its boards, and joins none of them. */
		overview: boolean('overview').notNull().default(false)
	},
	(table) => [
		uniqueIndex('users_email').on(table.email),
		index('users_organisation').on(table.organisation),
		check('users_email_lower', sql`${table.email} = lower(${table.email})`)
	]
);

export const sessions = pgTable(
	'sessions',
	{
		/** sha256 of the session id; the id itself is only in the cookie. */
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		expiresAt: instant('expires_at').notNull(),
		createdAt: instant('created_at').notNull().defaultNow(),
		lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
		userAgent: text('user_agent').notNull().default(''),
		/** The rights of its user changed: the next request gets a new id for it. */
		stale: boolean('stale').notNull().default(false)
	},
	(table) => [index('sessions_user').on(table.userId), index('sessions_expiry').on(table.expiresAt)]
);

/** Failed logins, counted where several processes serve one storage. */
export const loginFailures = pgTable('login_failure', {
	key: text('key').primaryKey(),
	points: integer('points').notNull(),
	expire: instant('expire')
});

export const people = pgTable(
	'people',
	{
		id: text('id').primaryKey(),
		organisation: text('organisation')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		externalId: text('external_id'),
		name: text('name').notNull(),
		title: text('title').notNull().default(''),
		region: text('region').notNull().default(''),
		timeZone: text('time_zone').notNull().default(''),
		/** Share of the week that is not project work, in basis points: 2000 is 20 %. */
		nonProjectBp: integer('non_project_bp').notNull().default(2000),
		/** True while the weekly pattern is a guess nobody has confirmed. */
		hoursAssumed: boolean('hours_assumed').notNull().default(true),
		skills: jsonb('skills').$type<string[]>().notNull().default([]),
		starts: date('starts', { mode: 'string' }),
		ends: date('ends', { mode: 'string' }),
		active: boolean('active').notNull().default(true),
		/** Home team. */
		unit: text('unit').notNull().default(''),
		/** Of every name in `skills`. */
		skillLevels: jsonb('skill_levels').$type<SkillLevel[]>().notNull().default([]),
		/** Share of their hours they may be booked to; null is all of them. */
		maxLoadBp: integer('max_load_bp'),
		/** Shares that replace the one above from a day on. */
		nonProjectFrom: jsonb('non_project_from').$type<DatedShare[]>().notNull().default([]),
		/** Minutes of single days, before pattern and closing days. */
		ownDays: jsonb('own_days').$type<OwnDay[]>().notNull().default([]),
		userId: text('user_id').references(() => users.id, { onDelete: 'set null' })
	},
	(table) => [
		index('people_organisation').on(table.organisation),
		unique('people_external').on(table.organisation, table.externalId),
		uniqueIndex('people_user').on(table.userId),
		check('people_non_project', sql`${table.nonProjectBp} between 0 and 10000`),
		check('people_max_load', sql`${table.maxLoadBp} between 0 and 30000`)
	]
);

export const personPatterns = pgTable(
	'person_patterns',
	{
		person: text('person')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** First day it holds; null for "always". */
		from: date('from', { mode: 'string' }),
		/** Minutes for Monday to Sunday. */
		minutes: integer('minutes').array().notNull()
	},
	(table) => [
		unique('person_patterns_from').on(table.person, table.from).nullsNotDistinct(),
		check('person_patterns_week', sql`cardinality(${table.minutes}) = 7`)
	]
);

export const absences = pgTable(
	'absences',
	{
		id: text('id').primaryKey(),
		person: text('person')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		from: date('from', { mode: 'string' }).notNull(),
		to: date('to', { mode: 'string' }).notNull(),
		/** Null for whole days. */
		minutesPerDay: integer('minutes_per_day'),
		/** Never leaves the server: boards only see dates and minutes. */
		kind: text('kind').notNull().default('leave'),
		status: text('status').notNull().default('approved')
	},
	(table) => [
		index('absences_person').on(table.person, table.from),
		check('absences_order', sql`${table.from} <= ${table.to}`),
		check(
			'absences_minutes',
			sql`${table.minutesPerDay} is null or ${table.minutesPerDay} between 0 and 1440`
		)
	]
);

/** Days on which the company, or what it has in a region, is closed; or works although it is a public holiday. */
export const closingDays = pgTable(
	'closing_days',
	{
		id: text('id').primaryKey(),
		organisation: text('organisation')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		/** Empty for everywhere; a country stands for its regions too. */
		region: text('region').notNull().default(''),
		from: date('from', { mode: 'string' }).notNull(),
		to: date('to', { mode: 'string' }).notNull(),
		/** Null for whole days. */
		minutesPerDay: integer('minutes_per_day'),
		name: text('name').notNull(),
		/** The calendar it was imported from; empty for those entered by hand. */
		source: text('source').notNull().default(''),
		/** The public holidays of these days are working days here. */
		works: boolean('works').notNull().default(false)
	},
	(table) => [
		index('closing_days_organisation').on(table.organisation, table.from),
		check('closing_days_order', sql`${table.from} <= ${table.to}`),
		check(
			'closing_days_minutes',
			sql`${table.minutesPerDay} is null or ${table.minutesPerDay} between 1 and 1440`
		)
	]
);
