// One-click fixes of problems. Each is tried on a copy first: only what clears the problem and makes no new one is
// offered, and of that what the actor may do. A fix is planned again when it is taken, so that it never mends what has changed meanwhile.

import type { Day } from '#lib/domain/days.ts';
import type { Problem } from '#lib/domain/problems.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { lastStage } from '#lib/model/board-problems.ts';
import { orphanOf, overloadOf, problemsOfBooking } from '#lib/model/problems.ts';
import { attempt, refuseEdit, rehearse } from './changes.ts';
import type { EditContext, Outcome } from './edit-context.ts';
import { candidatesOf, type Candidate } from './fix-candidates.ts';
import { Plan } from './plan.ts';

export interface Fix {
	key: string;
	/** "Mark as delivery". */
	label: string;
}

/**
 * The fixes of a problem as the board stands that this actor may carry out, best first; none where it is mended already.
 * `refusal`: what would make one possible, where there are some and the actor may do none.
 */
export function fixesOf(ctx: EditContext, problem: Problem): { fixes: Fix[]; refusal: string } {
	const { found, refusal } = findFixes(ctx, problem);
	const fixes = found.map(({ key, label }) => ({ key, label }));
	return { fixes, refusal: fixes.length > 0 ? '' : refusal };
}

/** Carries out a fix as one step that is undone as one. Refused where the board has changed so that it does not fit. */
export function mend(ctx: EditContext, problem: Problem, fix: string): Outcome {
	const { found, refusal } = findFixes(ctx, problem);
	const chosen = found.find((one) => one.key === fix);
	const { collection, subject } = problem;
	return chosen
		? attempt(ctx, (plan) => chosen.draw(plan, ctx))
		: refuseEdit(
				...([collection, subject, '', 'fix'] as const),
				refusal || 'It has changed since. Look at the list again.'
			);
}

function findFixes(ctx: EditContext, problem: Problem): { found: Candidate[]; refusal: string } {
	const { board } = ctx;
	const today = ctx.today();
	let made = 0;
	const tried = { random: () => 0.5, now: () => made++ };
	const found: Candidate[] = [];
	let refusal = '';
	for (const candidate of candidatesOf(ctx, problem)) {
		// Of several ways to do the same, from the smallest on, the first that works.
		if (found.some((one) => one.key === candidate.key)) continue;
		const plan = new Plan(board);
		candidate.draw(plan, tried);
		if (plan.changes.length === 0 || !clears(board, plan, problem, today)) continue;
		const denied = rehearse(ctx, (again) => candidate.draw(again, tried));
		if (denied) refusal ||= denied.remedy;
		else found.push(candidate);
	}
	return { found, refusal };
}

function clears(board: BoardReader, plan: Plan, problem: Problem, today: Day): boolean {
	const scope = scopeOf(board, plan, problem);
	const before = problemsIn(board, scope, today);
	const after = problemsIn(plan, scope, today);
	if (after.has(problem.key)) return false;
	for (const key of after) if (!before.has(key)) return false;
	return true;
}

interface Scope {
	bookings: Set<string>;
	people: Set<string>;
	cards: Set<string>;
}

/** All that a plan can have made different. */
function scopeOf(board: BoardReader, plan: Plan, problem: Problem): Scope {
	const scope: Scope = {
		bookings: new Set(problem.involved),
		people: new Set(),
		cards: new Set()
	};
	if (problem.collection !== 'allocations') scope.cards.add(problem.subject);
	for (const { collection, id } of plan.changes) {
		if (collection === 'allocations') scope.bookings.add(id);
		if (collection === 'projects' || collection === 'modules') scope.cards.add(id);
		if (collection === 'projects')
			for (const { id: module } of board.where('modules', 'project', id)) scope.cards.add(module);
		for (const field of ['project', 'module', 'task'] as const)
			if (collection === `${field}s`)
				for (const row of board.where('allocations', field, id)) scope.bookings.add(row.id);
	}
	for (const id of scope.bookings)
		for (const reader of [board, plan])
			scope.people.add(reader.get('allocations', id)?.person ?? '');
	return scope;
}

function problemsIn(board: BoardReader, scope: Scope, today: Day): Set<string> {
	const keys = new Set<string>();
	for (const id of scope.bookings) {
		const row = board.get('allocations', id);
		if (row) for (const one of problemsOfBooking(board, row, today)) keys.add(one.key);
	}
	for (const id of scope.people) {
		const person = board.get('people', id);
		const overload = person ? overloadOf(board, person, today) : null;
		if (overload) keys.add(overload.key);
	}
	const at = { last: lastStage(board), today };
	for (const id of scope.cards)
		for (const collection of ['projects', 'modules'] as const) {
			const card = board.get(collection, id);
			const orphan = card ? orphanOf(board, collection, card, at) : null;
			if (orphan) keys.add(orphan.key);
		}
	return keys;
}
