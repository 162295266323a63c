// Remedies in hands: another person who has the skill and the room, or an open role for a vendor. The whole booking
// where it has not begun, else what is left of it, else only its part in the cell.

import type { Span } from './days.ts';
import type { Draft, LooseWork, RemedyQuestion } from './remedies.ts';
import { stepsOfCut } from './remedy-moves.ts';
import { cutOut, layPiece } from './remedy-pieces.ts';
import type { BookingStep } from './remedy-trial.ts';

const MOST_TAKERS = 25;

/** RE-1, RE-2: to people who could take it, the best first; room is asked of every week. */
export function* handOver(question: RemedyQuestion, work: LooseWork): Generator<Draft> {
	for (const { person, fit, isAsked } of question.takersOf(work.id).slice(0, MOST_TAKERS)) {
		if (question.cell.people.includes(person)) continue;
		for (const { steps, minutes } of give(question, work, person)) {
			const given = isAsked ? pencil(steps, person) : steps;
			yield {
				...({ kind: 'person', of: work.id, person, steps: given } as const),
				...{ launch: null, days: 0, minutes, fit }
			};
		}
	}
}

/** As an open role that nobody here holds; a vendor is asked, so it is tentative. */
export function* toVendor(question: RemedyQuestion, work: LooseWork): Generator<Draft> {
	for (const { steps, minutes } of give(question, work, ''))
		yield {
			...({ kind: 'vendor', of: work.id, person: '', steps: pencil(steps, '') } as const),
			...{ launch: null, days: 0, minutes, fit: 0 }
		};
}

/** What this person would hold is tentative. */
const pencil = (steps: readonly BookingStep[], person: string): BookingStep[] =>
	steps.map((step) =>
		step.after.person === person
			? { ...step, after: { ...step.after, certainty: 'tentative' } }
			: step
	);

function* give(
	{ grid, cell, today }: RemedyQuestion,
	{ id }: LooseWork,
	person: string
): Generator<{ steps: BookingStep[]; minutes: number }> {
	const booking = grid.bookingOf(id);
	if (!booking?.span) return;
	const { from, to } = booking.span;
	const start = [from, cell.from, today].reduce((a, b) => (a > b ? a : b));
	const parts: Span[] = [
		...(from >= today ? [{ from, to }] : []),
		{ from: start, to },
		{ from: start, to: cell.to < to ? cell.to : to }
	];
	const tried = new Set<string>();
	for (const part of parts) {
		const key = `${part.from} ${part.to}`;
		if (tried.has(key)) continue;
		tried.add(key);
		const cut = cutOut(grid, id, part);
		if (!cut) continue;
		const piece = layPiece(grid, id, { ...cut.taken, person }, cut.takenMinutes);
		if (piece) yield { steps: stepsOfCut(id, cut, piece), minutes: cut.takenMinutes };
	}
}
