// Remedies in time: the whole booking on other days, a part of it after the rest, or both past the launch, which then
// moves along. What has begun stays where it is up to today.

import { addDays, daysBetween, type Day, type Span } from './days.ts';
import type { Draft, LooseWork, RemedyQuestion } from './remedies.ts';
import { cutOut, layPiece, listPlaces, type Cut } from './remedy-pieces.ts';
import { readCell, type BookingStep } from './remedy-trial.ts';

/** RE-4: the last day the work may end on without the launch moving; null is any. */
function lastDay({ launch, mustEndBy }: LooseWork): Day | null {
	if (launch === null) return mustEndBy;
	return mustEndBy !== null && mustEndBy < launch ? mustEndBy : launch;
}

/** RE-4: the whole booking, not begun, earlier or later before its launch. */
export function* moveWithinSlack(question: RemedyQuestion, work: LooseWork): Generator<Draft> {
	const latest = lastDay(work) ?? question.grid.to;
	for (const { steps, span, from, minutes } of moves(question, work, question.today, latest))
		yield draft('move', work, steps, Math.abs(daysBetween(from, span.from)), minutes);
}

/** RE-4: the part in the cell, as little of it as is enough, after the rest and before the launch. */
export function* splitWithinSlack(question: RemedyQuestion, work: LooseWork): Generator<Draft> {
	const latest = lastDay(work) ?? question.grid.to;
	for (const { steps, span, from, minutes } of splits(question, work, latest))
		yield draft('split', work, steps, daysBetween(from, span.from), minutes);
}

/** RE-4: past the launch, which moves to the day the work then ends; never a committed one or a fixed date. */
export function* launchLater(question: RemedyQuestion, work: LooseWork): Generator<Draft> {
	const { launch } = work;
	if (launch === null || !work.canLaunchLater) return;
	const latest = work.mustEndBy ?? question.grid.to;
	const later = [
		...moves(question, work, question.today, latest),
		...splits(question, work, latest)
	].filter(({ span }) => span.to > launch);
	later.sort((a, b) => (a.span.to < b.span.to ? -1 : a.span.to > b.span.to ? 1 : 0));
	for (const { steps, span, minutes } of later)
		yield {
			...draft('launch', work, steps, daysBetween(launch, span.to), minutes),
			launch: span.to
		};
}

interface Placing {
	steps: BookingStep[];
	/** Where the work now ends up, and where it began before. */
	span: Span;
	from: Day;
	minutes: number;
}

function* moves(
	{ grid }: RemedyQuestion,
	{ id, isFixed }: LooseWork,
	today: Day,
	latest: Day
): Generator<Placing> {
	const booking = grid.bookingOf(id);
	if (isFixed || !booking?.span || booking.span.from < today) return;
	const { from, to } = booking.span;
	const minutes = grid.minutesOf(id, from, to);
	if (minutes === null) return;
	for (const span of listPlaces(grid, booking.person, booking.span, today, latest)) {
		const after = layPiece(grid, id, { ...booking, span }, minutes);
		if (after) yield { steps: [{ of: id, isNew: false, after }], span, from, minutes };
	}
}

function* splits(question: RemedyQuestion, work: LooseWork, latest: Day): Generator<Placing> {
	const { grid, cell, today } = question;
	const booking = grid.bookingOf(work.id);
	if (work.isFixed || !booking?.span) return;
	const { from, to } = booking.span;
	const { countedMinutes, netMinutes } = readCell(grid, cell);
	const end = to < cell.to ? to : cell.to;
	const start = [from, cell.from, today].reduce((a, b) => (a > b ? a : b));
	const rest = addDays(to > cell.to ? to : cell.to, 1);
	// From the last day of the cell back to its first: the fewest days that are enough come first.
	for (let day = end; day >= start; day = addDays(day, -1)) {
		const taken = grid.minutesOf(work.id, day, end) ?? 0;
		if (day > start && taken < countedMinutes - netMinutes) continue;
		const cut = cutOut(grid, work.id, { from: day, to: end });
		if (!cut || (!cut.before && !cut.after)) continue;
		for (const span of listPlaces(grid, booking.person, cut.taken.span!, rest, latest)) {
			const piece = layPiece(grid, work.id, { ...cut.taken, span }, cut.takenMinutes);
			if (!piece) continue;
			const steps = stepsOfCut(work.id, cut, piece);
			yield { steps, span, from: cut.taken.span!.from, minutes: cut.takenMinutes };
		}
	}
}

/** The booking keeps what comes first of it; the rest are new. */
export function stepsOfCut(of: string, cut: Cut, piece: Cut['taken']): BookingStep[] {
	const kept = [cut.before, cut.after].filter((one) => one !== null);
	return [...kept, piece].map((after, i) => ({ of, isNew: i > 0, after }));
}

function draft(
	kind: Draft['kind'],
	work: LooseWork,
	steps: BookingStep[],
	days: number,
	minutes: number
): Draft {
	return { kind, of: work.id, person: '', steps, launch: null, days, minutes, fit: 0 };
}
