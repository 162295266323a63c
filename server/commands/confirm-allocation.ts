// Confirms a booking as it was seen (P-24). Judged and written in one edit of the board: who changed it meanwhile, or
// already holds the week, is answered, and nothing is written. Over-booking somebody takes a reason, kept as a comment, or else in the note.
import * as v from 'valibot';
import { longDay } from '#lib/domain/days.ts';
import { newId } from '#lib/domain/ids.ts';
import { sayHours, saySpan } from '#lib/domain/problems.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { Load, Span } from '#lib/model/joint-fields.ts';
import { findOverbooked, type OverbookedWeek } from '#lib/model/over-booking.ts';
import { sameValue } from '#lib/model/value.ts';
import { isHomeTeam, unitOf } from '#lib/policy/bookings.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { plans } from '#lib/policy/roles.ts';
import { findLastEdit } from '../db/audit.ts';
import { findMembership, type Membership } from '../db/memberships.ts';
import { findHomePlanner } from '../db/requests.ts';
import { secureRandom } from '../row-id.ts';
import { describeIssue, notFound, problem, type CommandDeps } from './command.ts';
import { day, id, line, optionalId } from './input.ts';

const schema = v.object({
	board: id('The board'),
	allocation: id('The booking'),
	/** What was on the screen of whoever confirms. */
	expected: v.object({
		person: optionalId('The person'),
		span: v.nullable(v.object({ from: day('The first day'), to: day('The last day') })),
		load: v.nullable(
			v.object({
				mode: v.picklist(['perDay', 'percent', 'total'], 'The load has no such mode.'),
				amount: v.pipe(v.number('The load is no number.'), v.integer('The load is not whole.'))
			})
		)
	}),
	/** Why somebody is over-booked all the same. */
	reason: v.optional(line('The reason', 200), '')
});
type Input = v.InferOutput<typeof schema>;

export interface Confirmed {
	allocation: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** What a booking is confirmed as. */
interface Seen {
	person: string;
	span: Span | null;
	load: Load | null;
}

const SEEN = ['person', 'span', 'load'] as const;
type Row = EntityIn<'allocations'>;

/** Runs for a login. Problems besides the usual: `changed`, `over-booked` (value: the weeks), `no-dates`. */
export async function confirmAllocation(
	deps: CommandDeps,
	user: string,
	given: unknown
): Promise<Result<Confirmed>> {
	const parsed = v.safeParse(schema, given);
	if (!parsed.success) return err(describeIssue(parsed.issues[0]));
	const input = parsed.output;
	const found = await findConfirmer(deps, user, input.board);
	if (!found) return notFound('board');
	const { actor, isGuest } = found;
	const at = deps.clock.now();
	const done = await deps.collab.edit(input.board, user, 'command', (doc) => {
		const row = doc.get('allocations', input.allocation);
		const refusal = refuse(doc, found, row, input);
		if (refusal || !row) return { refusal: refusal ?? (notFound('booking') as Refusal), now: row };
		if (row.certainty !== 'confirmed' || row.confirmedAt === 0) confirm(doc, actor, row, input, at);
		return { refusal: null, now: row };
	});
	if (!done.refusal) return ok({ allocation: input.allocation, at });
	const { code } = done.refusal.problem;
	return code === 'changed' && done.now && !isGuest
		? await nameBoth(deps, input, done.now)
		: done.refusal;
}

interface Confirmer {
	actor: Membership;
	/** Does not plan here: answers for nobody but their own team, and reads nothing of the board. */
	isGuest: boolean;
	speaksFor(doc: BoardDoc, row: Row): boolean;
}

/** Whoever asks as somebody who plans here, else as a planner of a home team the board asks (P-23). */
async function findConfirmer(
	{ db }: CommandDeps,
	user: string,
	board: string
): Promise<Confirmer | undefined> {
	const member = await findMembership(db.orm, user, board);
	const guest = member && plans(member) ? undefined : await findHomePlanner(db.orm, user, board);
	if (guest)
		return {
			...{ actor: guest.actor, isGuest: true },
			speaksFor: (doc, row) => unitOf(doc, row.person) === guest.unit
		};
	return (
		member && {
			...{ actor: member, isGuest: false },
			speaksFor: (doc, row) => isHomeTeam(member, row.person, doc)
		}
	);
}

type Refusal = Extract<Result<never>, { ok: false }>;

function refuse(
	doc: BoardDoc,
	{ actor, speaksFor, isGuest }: Confirmer,
	row: Row | undefined,
	{ expected, reason }: Input
): Refusal | null {
	if (!row || row.archived) return notFound('booking') as Refusal;
	const home = speaksFor(doc, row);
	if (isGuest && (!home || row.certainty === 'tentative')) return notFound('booking') as Refusal;
	const verdict = canCommand(actor, 'confirm-allocation', { home });
	if (!verdict.ok) return problem('denied', verdict.remedy, verdict.rule) as Refusal;
	if (row.span === null)
		return problem('no-dates', 'It has no dates yet. Set them, then confirm it.') as Refusal;
	if (SEEN.some((field) => !sameValue(row[field], expected[field])))
		return problem('changed', 'It has changed since. Look at it and confirm again.') as Refusal;
	if (row.certainty === 'confirmed' || reason !== '') return null;
	const found = findOverbooked(doc, row);
	if (found.length === 0) return null;
	const weeks = isGuest ? found.map((week) => ({ ...week, holders: [] })) : found;
	const name = doc.get('people', row.person)?.name ?? 'This person';
	return problem('over-booked', sayOverbooked(name, weeks), { weeks }) as Refusal;
}

function confirm(doc: BoardDoc, actor: Membership, row: Row, { reason }: Input, at: number): void {
	doc.write('allocations', row.id, 'certainty', 'confirmed');
	doc.write('allocations', row.id, 'confirmedAt', at);
	doc.write('allocations', row.id, 'confirmedBy', actor.person);
	if (reason === '') return;
	if (!doc.get('people', actor.person) || row.project === '') {
		// Nobody of the board to sign a comment, or no project to write it on: it stays on the booking, and with it in the audit.
		const note = [`Over-booked: ${reason}`, row.note].filter(Boolean).join('. ');
		doc.write('allocations', row.id, 'note', note.slice(0, 200).toWellFormed());
		return;
	}
	const name = doc.get('people', row.person)?.name ?? 'an open role';
	doc.create('comments', newId('cmt', secureRandom, at), {
		project: row.project,
		module: row.module,
		author: actor.person,
		body: `Confirmed ${name} for ${saySpan(row.span!)} although over-booked: ${reason}`,
		at
	});
}

function sayOverbooked(name: string, weeks: readonly OverbookedWeek[]): string {
	const worst = weeks.toSorted((a, b) => b.minutes - b.limit - (a.minutes - a.limit))[0]!;
	const [first] = worst.holders;
	const holds = first
		? ` ${first.label || (first.isElsewhere ? 'Work on another board' : 'A booking')} already holds ${sayHours(first.minutes)}.`
		: '';
	const others = weeks.length - 1;
	const more = others > 0 ? `, and ${others} more ${others === 1 ? 'week' : 'weeks'}` : '';
	return (
		`${name} would hold ${sayHours(worst.minutes)} of ${sayHours(worst.limit)} ` +
		`in the week of ${longDay(worst.week)}${more}.${holds} Give a reason to confirm it anyway.`
	);
}

/** The refusal of a booking that changed meanwhile: what stands, who changed it and when, and what was confirmed. */
async function nameBoth(
	deps: CommandDeps,
	{ board, allocation, expected }: Input,
	now: Row
): Promise<Result<never>> {
	const differs = SEEN.filter((field) => !sameValue(now[field], expected[field]));
	const last = await findLastEdit(deps.db.orm, board, allocation, differs);
	const names = await deps.collab.read(board, (doc) => {
		const nameOf = (id: string): string =>
			id === '' ? 'nobody' : (doc.get('people', id)?.name ?? 'somebody else');
		return { theirs: nameOf(now.person), yours: nameOf(expected.person) };
	});
	const by = last?.name || 'Somebody';
	const theirs: Seen = { person: now.person, span: now.span, load: now.load };
	const field = differs[0]!;
	const say: Record<(typeof SEEN)[number], (seen: Seen, name: string) => string> = {
		person: (_seen, name) => `it is booked for ${name}`,
		span: ({ span }) => (span ? `it runs ${saySpan(span)}` : 'it has no dates'),
		load: ({ load }) => (load ? `it takes ${sayLoad(load)}` : 'its load is not known')
	};
	const message =
		`${by} changed it meanwhile: now ${say[field](theirs, names.theirs)}. ` +
		`You confirmed that ${say[field](expected, names.yours)}. Look at it and confirm again.`;
	return problem('changed', message, {
		...{ fields: differs, yours: expected, theirs },
		...{ by, at: last?.at.getTime() ?? 0 }
	});
}

function sayLoad({ mode, amount }: Load): string {
	if (mode === 'percent') return `${amount / 100} %`;
	return mode === 'perDay' ? `${sayHours(amount)} a day` : `${sayHours(amount)} in all`;
}
