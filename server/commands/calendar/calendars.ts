// Closing days out of a calendar file: what it would change, then the change. The file is kept between the two by its
// hash, and read again from those very bytes. Problems: `not-found`, `denied`, `invalid`, `file`, `gone`.
import * as v from 'valibot';
import { partsOf } from '#lib/domain/days.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { canCommand } from '#lib/policy/commands.ts';
import {
	deleteClosingDays,
	listClosingDays,
	putClosingDays,
	type ClosingDayRow
} from '../../db/closing-days.ts';
import { findMembership, type Membership } from '../../db/memberships.ts';
import type { Reach } from '../../db/reach.ts';
import { isRegion } from '../../holidays.ts';
import type { IcsReading, IcsWindow } from '../../ics/occurrences.ts';
import { readIcs } from '../../ics/read-ics.ts';
import { notFound, problem, runCommand, type Command, type CommandDeps } from '../command.ts';
import { Uploads } from '../import/uploads.ts';
import { filledLine, id, line } from '../input.ts';
import { MOST_CLOSING_DAYS } from '../set-closing-day.ts';
import { showEverywhere } from '../show-everywhere.ts';
import { planClosingDays, type ClosingPlan } from './plan-closing-days.ts';

const YEARS_AHEAD = 5;

const schema = v.object({
	board: id('The board'),
	/** sha256 of the file that was looked at. */
	file: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Choose the file again.')),
	source: filledLine('The name of the calendar', 80),
	region: v.optional(line('The country', 12), '')
});
type Input = v.InferOutput<typeof schema>;

export interface CalendarCheck extends ClosingPlan {
	file: string;
	source: string;
	region: string;
	/** Events of the file, and what was left out of it. */
	events: number;
	remarks: string[];
	/** Days beyond are not looked at. */
	first: string;
	last: string;
}

export interface Calendars {
	/** Keeps the file and says what importing it would change. An empty `source` takes the calendar's own name. */
	upload(
		user: string,
		board: string,
		fileName: string,
		bytes: Uint8Array,
		into: { source: string; region: string }
	): Promise<Result<CalendarCheck>>;
	/** Imports the file that was looked at: `{board, file, source, region}`. */
	apply(user: string, input: unknown): Promise<Result<Omit<CalendarCheck, 'file'>>>;
}

export function createCalendars(deps: CommandDeps): Calendars {
	const uploads = new Uploads(deps.settings.dataDir);
	const windowFor = (actor: Membership): IcsWindow => {
		const { year } = partsOf(deps.clock.today(actor.timeZone || undefined));
		const [first, last] = [`${year - 1}-01-01`, `${year + YEARS_AHEAD}-12-31`];
		return { first, last, timeZone: actor.timeZone };
	};
	return {
		async upload(user, board, fileName, bytes, into) {
			const actor = await findMembership(deps.db.orm, user, board);
			if (!actor) return notFound('board');
			const verdict = canCommand(actor, 'import-calendar');
			if (!verdict.ok) return problem('denied', verdict.remedy, verdict.rule);
			const window = windowFor(actor);
			const reading = await readIcs(bytes, window);
			if (!reading.ok) return reading;
			const name = fileName.replace(/\.[a-z]+$/i, '').replace(/\p{Cc}/gu, ' ');
			const source = (into.source || reading.value.name || name || 'Calendar').trim().slice(0, 80);
			const target = { source, region: into.region };
			const plan = await makePlan(deps.db.orm, actor, target, reading.value, window);
			if (!plan.ok) return plan;
			const file = await uploads.keep(bytes, Date.now());
			return ok(describe(file, target, reading.value, window, plan.value));
		},

		async apply(user, given) {
			const parsed = v.safeParse(schema, given);
			if (!parsed.success)
				return err({ code: 'invalid', message: parsed.issues[0].message, value: '' });
			const actor = await findMembership(deps.db.orm, user, parsed.output.board);
			if (!actor) return notFound('board');
			const verdict = canCommand(actor, 'import-calendar');
			if (!verdict.ok) return problem('denied', verdict.remedy, verdict.rule);
			const bytes = await uploads.read(parsed.output.file);
			if (!bytes.ok) return bytes;
			const window = windowFor(actor);
			const reading = await readIcs(bytes.value, window);
			if (!reading.ok) return reading;
			return runCommand(deps, importCalendar(reading.value, window), user, parsed.output);
		}
	};
}

function importCalendar(reading: IcsReading, window: IcsWindow): Command<Input, CalendarCheck> {
	return {
		name: 'import-calendar',
		schema,
		async write({ tx, actor }, { file, source, region }) {
			const target = { source, region };
			const plan = await makePlan(tx, actor, target, reading, window);
			if (!plan.ok) return plan;
			await deleteClosingDays(
				tx,
				plan.value.removed.map((row) => row.id)
			);
			await putClosingDays(tx, plan.value.added);
			return ok(describe(file, target, reading, window, plan.value));
		},
		follow: (deps, _input, _value, actor) => showEverywhere(deps, actor.organisation)
	};
}

async function makePlan(
	db: Reach,
	{ organisation }: Membership,
	{ source, region }: { source: string; region: string },
	reading: IcsReading,
	{ first, last }: IcsWindow
): Promise<Result<ClosingPlan>> {
	if (region !== '' && !isRegion(region))
		return problem('invalid', 'There is no such country or region.', 'region');
	const all = await listClosingDays(db, organisation);
	const kept = all.filter(
		(row: ClosingDayRow) =>
			row.source === source && row.region === region && row.to >= first && row.from <= last
	);
	const plan = planClosingDays(kept, reading.days, { organisation, source, region });
	return all.length + plan.added.length - plan.removed.length > MOST_CLOSING_DAYS
		? problem('too-many', 'There would be too many closing days. Remove a calendar first.')
		: ok(plan);
}

function describe(
	file: string,
	target: { source: string; region: string },
	{ events, remarks }: IcsReading,
	{ first, last }: IcsWindow,
	plan: ClosingPlan
): CalendarCheck {
	return { file, ...target, ...plan, events, remarks, first, last };
}
