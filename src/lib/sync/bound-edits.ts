// The verbs bound to one board and one person, so that a screen calls `live.edits.moveCards('projects', ids, to)`.

import * as allocations from '#lib/doc/allocation-edits.ts';
import * as cards from '#lib/doc/card-edits.ts';
import * as rows from '#lib/doc/edits.ts';
import { askStage, type StageAnswer } from '#lib/doc/stage-answer.ts';
import * as tasks from '#lib/doc/task-edits.ts';
import type { EditContext, Outcome } from '#lib/doc/edit-context.ts';
import type { Entry } from '#lib/domain/gates.ts';
import type { CardKind } from '#lib/policy/stages.ts';

/** Binds every verb to the context at call time; `note` hears of each outcome before the caller does. */
export function bindEdits(context: () => EditContext, note: (outcome: Outcome<unknown>) => void) {
	const bind =
		<A extends unknown[], R extends Outcome<unknown>>(verb: (ctx: EditContext, ...given: A) => R) =>
		(...given: A): R => {
			const outcome = verb(context(), ...given);
			note(outcome);
			return outcome;
		};
	return {
		setField: bind(rows.setField),
		setFields: bind(rows.setFields),
		archive: bind(rows.archive),
		restore: bind(rows.restore),
		createStage: bind(rows.createStage),
		moveStage: bind(rows.moveStage),
		moveCards: bind(cards.moveCards),
		createProject: bind(cards.createProject),
		createModule: bind(cards.createModule),
		createTask: bind(tasks.createTask),
		moveTask: bind(tasks.moveTask),
		createCheckItem: bind(tasks.createCheckItem),
		moveCheckItem: bind(tasks.moveCheckItem),
		addComment: bind(tasks.addComment),
		allocate: bind(allocations.allocate),
		setSpan: bind(allocations.setSpan),
		reassign: bind(allocations.reassign),
		setLoad: bind(allocations.setLoad),
		moveAllocations: bind(allocations.moveAllocations),
		extendAllocations: bind(allocations.extendAllocations),
		setLocked: bind(allocations.setLocked),
		setKind: bind(allocations.setKind),
		setContour: bind(allocations.setContour),
		setProbability: bind(allocations.setProbability),
		/** A verb that a screen brings along, so that the others need not carry what stands behind it. */
		run: <A extends unknown[], R extends Outcome<unknown>>(
			verb: (ctx: EditContext, ...given: A) => R,
			...given: A
		): R => bind(verb)(...given),
		/** A question to the verbs that a screen brings along; writes nothing. */
		ask: <A extends unknown[], R>(question: (ctx: EditContext, ...given: A) => R, ...given: A): R =>
			question(context(), ...given),
		/** What the gates say to a move; writes nothing. */
		askMove: (kind: CardKind, id: string, stage: string): Entry =>
			cards.askMove(context(), kind, id, stage),
		/** What a stage says to cards being moved there together; writes nothing. */
		askStage: (kind: CardKind, ids: readonly string[], stage: string): StageAnswer =>
			askStage(context(), kind, ids, stage)
	};
}

export type BoundEdits = ReturnType<typeof bindEdits>;
