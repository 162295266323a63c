// Who could take what is too much for somebody, and who could fill open roles: matched as a batch, so that no two pieces of
// work get the same person, with the runners-up after them. Of work that has begun only the rest changes hands.
import { weeksOf, type Day, type Span } from '../days.ts';
import { matchBatch, MOST_IN_BATCH } from '../matching-batch.ts';
import {
	findUnfit,
	rankCandidates,
	type Candidate,
	type MatchReason,
	type MatchWork
} from '../matching.ts';
import { stepsOfCut } from '../remedy-moves.ts';
import { cutOut, layPiece } from '../remedy-pieces.ts';
import type { BookingStep } from '../remedy-trial.ts';
import type { PlanBooking, PlanPerson } from './plan.ts';
import type { PlanState } from './plan-state.ts';

/** A booking, or the rest of it, with somebody else. */
export interface PlanHand {
	kind: 'hand' | 'staff';
	of: string;
	person: string;
	steps: BookingStep[];
	reasons: MatchReason[];
}

/** Besides the best assignment so many others a piece of work. */
const RUNNERS_UP = 2;

/** A skill of this kind is a language somebody works in: `language:de`. */
const LANGUAGE = 'language:';

interface Piece {
	one: PlanBooking;
	span: Span;
	minutes: number;
	work: MatchWork;
}

/** L-22: hands for the bookings given and for the open roles of the plan. */
export function findHands(state: PlanState, relevant: readonly PlanBooking[]): PlanHand[] {
	const spoken = new Set(state.plan.people.flatMap(localesOf));
	const pieces = [...relevant, ...listOpenRoles(state)]
		.flatMap((one) => pieceOf(state, one, spoken) ?? [])
		.slice(0, MOST_IN_BATCH);
	const byId = new Map(pieces.map((piece) => [piece.one.id, piece]));
	const known = learn(state);
	const holders = new Map(state.plan.people.map((person) => [person.id, person]));
	const table = new Map(
		pieces.map((piece) => {
			const holder = holders.get(piece.one.booking.person);
			return [
				piece.one.id,
				state.plan.people.map((person) => candidateFor(state, piece, person, holder, known))
			];
		})
	);
	// More than a batch holds only where an organisation is large; then those who could take something.
	const able = state.plan.people
		.map((_, at) => at)
		.filter((at) => pieces.some(({ one, work }) => !findUnfit(work, table.get(one.id)![at]!)))
		.slice(0, MOST_IN_BATCH);
	const candidatesOf = ({ id }: MatchWork): Candidate[] => able.map((at) => table.get(id)![at]!);
	const found = matchBatch(
		pieces.map((piece) => piece.work),
		candidatesOf
	);
	const others = pieces.flatMap((piece) =>
		rankCandidates(piece.work, candidatesOf(piece.work))
			.slice(0, RUNNERS_UP)
			.map((match) => ({ ...match, work: piece.one.id }))
	);
	const seen = new Set<string>();
	return [...found, ...others].flatMap(({ work, person, reasons }) => {
		const key = `${work} ${person}`;
		if (seen.has(key)) return [];
		seen.add(key);
		const { one, span } = byId.get(work)!;
		const steps = giveTo(state, one, span, person);
		const kind = one.booking.person === '' ? 'staff' : 'hand';
		return steps ? [{ kind, of: work, person, steps, reasons }] : [];
	});
}

function listOpenRoles(state: PlanState): PlanBooking[] {
	const { grid, plan } = state;
	return [...state.bookings.values()]
		.filter(
			({ booking, isLoose }) =>
				isLoose &&
				booking.span !== null &&
				booking.span.to >= plan.today &&
				grid.rowOf(booking.person) === grid.openRow &&
				booking.person === ''
		)
		.sort((a, b) => (a.booking.span!.from < b.booking.span!.from ? -1 : 1));
}

const localesOf = ({ skills }: PlanPerson): string[] =>
	skills.flatMap(({ skill }) => {
		const name = skill.trim().toLowerCase();
		return name.startsWith(LANGUAGE) ? [name.slice(LANGUAGE.length).trim()] : [];
	});

/** Experts by who has worked with them. */
function learn({ plan, bookings }: PlanState): Map<string, Set<string>> {
	const expertOf = new Map(plan.projects.map(({ id, expert }) => [id, expert]));
	const known = new Map<string, Set<string>>();
	for (const { project, booking } of bookings.values()) {
		const expert = expertOf.get(project) ?? '';
		if (expert === '' || booking.person === '') continue;
		const own = known.get(booking.person) ?? new Set();
		known.set(booking.person, own.add(expert));
	}
	return known;
}

/** A language that nobody on the board has said they work in is not asked for. */
function pieceOf(state: PlanState, one: PlanBooking, spoken: ReadonlySet<string>): Piece | null {
	const { span } = one.booking;
	if (!span) return null;
	const { today, to } = state.plan;
	const rest = { from: later(span.from, today), to: span.to < to ? span.to : to };
	const minutes = state.grid.minutesOf(one.id, rest.from, rest.to);
	if (minutes === null || minutes === 0) return null;
	const locale = spoken.has(one.locale) ? one.locale : '';
	const { id, skill, level, authors } = one;
	const work = { id, skill, level, minutes, authors, locale };
	return { one, span: rest, minutes, work };
}

function candidateFor(
	state: PlanState,
	piece: Piece,
	person: PlanPerson,
	holder: PlanPerson | undefined,
	experts: ReadonlyMap<string, ReadonlySet<string>>
): Candidate {
	const { one, span } = piece;
	// Without a named skill somebody must at least share one with who holds it now.
	const suits = one.skill !== '' || sharesSkill(person, holder);
	const isActive = suits && person.id !== one.booking.person;
	const known = {
		...{ person: person.id, isActive, skills: person.skills, ratePerHour: null },
		...{ freeMinutes: 0, netMinutes: 0, knowsWork: false, locales: localesOf(person) }
	};
	// Whoever lacks the skill need not have their days counted.
	if (findUnfit(piece.work, known) !== 'busy') return known;
	let freeMinutes = 0;
	let netMinutes = 0;
	const row = state.grid.rowOf(person.id);
	for (const week of weeksOf(span.from, span.to)) {
		const sums = state.grid.sums(row, later(week.from, span.from), earlier(week.to, span.to));
		const limit = Math.floor((sums.net * person.maxLoadBp) / 10_000);
		freeMinutes += Math.max(0, limit - sums.confirmed - sums.tentative);
		netMinutes += sums.net;
	}
	const knowsWork =
		one.project !== '' &&
		state.bookingsOf(one.project).some(({ booking }) => booking.person === person.id);
	const expert = state.plan.projects.find(({ id }) => id === one.project)?.expert ?? '';
	const knowsExpert = expert !== '' && experts.get(person.id)?.has(expert) === true;
	return { ...known, freeMinutes, netMinutes, knowsWork, knowsExpert };
}

function sharesSkill(person: PlanPerson, holder: PlanPerson | undefined): boolean {
	if (!holder) return false;
	const crafts = ({ skills }: PlanPerson): string[] =>
		skills.map(({ skill }) => skill.toLowerCase()).filter((name) => !name.startsWith(LANGUAGE));
	const known = new Set(crafts(holder));
	return crafts(person).some((skill) => known.has(skill));
}

function giveTo(
	state: PlanState,
	{ id, booking }: PlanBooking,
	rest: Span,
	person: string
): BookingStep[] | null {
	const { grid } = state;
	const { from, to } = booking.span!;
	if (rest.from === from && rest.to === to) {
		const minutes = grid.minutesOf(id, from, to);
		const after = minutes ? layPiece(grid, id, { ...booking, person }, minutes) : null;
		return after && [{ of: id, isNew: false, after }];
	}
	const cut = cutOut(grid, id, rest);
	const piece = cut && layPiece(grid, id, { ...cut.taken, person }, cut.takenMinutes);
	return piece ? stepsOfCut(id, cut, piece) : null;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
