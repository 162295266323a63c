// One person's undo: inverse writes of their own verbs, each with the value that must stand now. Refuses, and says who,
// where somebody has changed the value since. A new record is undone by archiving it.

import type { CollectionName } from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import { sameValue } from '#lib/model/value.ts';
import { attempt, refuseEdit } from './changes.ts';
import type { EditContext, Outcome } from './edit-context.ts';

interface Step {
	collection: CollectionName;
	id: string;
	field: string;
	/** Before the edit, and after it. */
	from: unknown;
	to: unknown;
}

/** What one verb wrote, taken back together. Told apart by identity. */
type UndoEntry = readonly Step[];

const DEPTH = 200;

/** Name of whoever wrote the value that stands now, for the sentence of a refusal. */
export type WhoWrote = (collection: CollectionName, id: string, field: string) => string;

export class UndoStack {
	#done: Step[][] = [];
	#undone: Step[][] = [];
	#whoWrote: WhoWrote;

	constructor(whoWrote: WhoWrote) {
		this.#whoWrote = whoWrote;
	}

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}

	/** The edit that `undo` would take back. */
	get last(): UndoEntry | undefined {
		return this.#done.at(-1);
	}

	/** Notes what a verb wrote. */
	push(changes: readonly Change[]): void {
		const steps = changes.flatMap(stepOf);
		if (steps.length === 0) return;
		this.#done.push(steps);
		if (this.#done.length > DEPTH) this.#done.shift();
		this.#undone = [];
	}

	/** Drops an edit that the server took back. Without a field, all of the record's. */
	forget(collection: CollectionName, id: string, field = ''): void {
		const keeps = (step: Step): boolean =>
			step.collection !== collection || step.id !== id || (field !== '' && step.field !== field);
		const without = (entries: Step[][]): Step[][] =>
			entries.filter((steps) => {
				const kept = steps.filter(keeps);
				steps.splice(0, steps.length, ...kept);
				return kept.length > 0;
			});
		this.#done = without(this.#done);
		this.#undone = without(this.#undone);
	}

	/** Takes the last own edit back. A refused undo is dropped, so that the next one is an earlier edit, knowingly. */
	undo(ctx: EditContext): Outcome {
		return this.#turn(ctx, this.#done.pop(), this.#undone, 'to', 'from');
	}

	/** Takes back one edit, whatever own edits came after it; changes nothing where it is taken back already. */
	undoOne(ctx: EditContext, entry: UndoEntry | undefined): Outcome {
		const at = this.#done.findIndex((steps) => steps === entry);
		const [steps] = at < 0 ? [] : this.#done.splice(at, 1);
		return this.#turn(ctx, steps, this.#undone, 'to', 'from');
	}

	redo(ctx: EditContext): Outcome {
		return this.#turn(ctx, this.#undone.pop(), this.#done, 'from', 'to');
	}

	#turn(
		ctx: EditContext,
		steps: Step[] | undefined,
		target: Step[][],
		expected: 'from' | 'to',
		wanted: 'from' | 'to'
	): Outcome {
		if (!steps) return { ok: true, value: undefined, changes: [] };
		for (const step of steps) {
			const row = ctx.board.get(step.collection, step.id) as Record<string, unknown> | undefined;
			if (row && sameValue(row[step.field], step[expected])) continue;
			const { collection, id, field } = step;
			// Confirming is a command and no edit: where it has brought back what is wanted, nothing stands against it.
			if (field === 'certainty' && sameValue(row?.[field], step[wanted])) continue;
			const who = row ? this.#whoWrote(collection, id, field) : '';
			const why = row
				? `${who} has changed it since, so it stays as it is now.`
				: 'It is not on this board any more.';
			return refuseEdit(collection, id, field, 'undo', why);
		}
		const outcome = attempt(ctx, (plan) => {
			for (const step of steps.toReversed())
				plan.write(step.collection, step.id, step.field as never, step[wanted] as never);
		});
		if (outcome.ok) target.push(steps);
		return outcome;
	}
}

function stepOf(change: Change): Step[] {
	const { collection, id } = change;
	if (change.kind === 'write')
		return [{ collection, id, field: change.field, from: change.before, to: change.after }];
	return change.kind === 'create'
		? [{ collection, id, field: 'archived', from: true, to: false }]
		: [];
}
