// Writing what a drag, a key or the editor means: dates, people, archiving, booking. All through the board's verbs; what
// is refused is said with its remedy. Asks before it is done, for the refusal shown while hovering.

import type { Day, Span } from '#lib/domain/days.ts';
import { copyAllocations, splitAllocation } from '#lib/doc/allocation-copies.ts';
import {
	askMoveAllocations,
	handedOver,
	type Move,
	type NewAllocation
} from '#lib/doc/allocation-edits.ts';
import type { Denied } from '#lib/doc/edit-context.ts';
import type { EntityIn, FieldName } from '#lib/model/board.ts';
import { can } from '#lib/policy/can.ts';
import { plans } from '#lib/policy/roles.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';
import { confirmHanded } from '../card/confirm-handed.ts';

type Allocation = EntityIn<'allocations'>;
export type Changes = Partial<Omit<Allocation, 'id'>>;

/** Says, to the eye and to the ear, why something was not done. */
export function sayRefusal(why: string): void {
	toast.denied('Not changed', { detail: why });
	announce(`Not changed. ${why}`);
}

/** Says why something was not done. Returns whether it was. */
export function sayOutcome(outcome: { ok: true } | { ok: false; denied: Denied }): boolean {
	if (!outcome.ok) sayRefusal(outcome.denied.remedy);
	return outcome.ok;
}

export class BarMoves {
	readonly #live: LiveBoard;

	constructor(live: LiveBoard) {
		this.#live = live;
	}

	/** Why these fields of a booking may not be changed; empty when they may. */
	whyNot(id: string, changes: Changes): string {
		const { doc, actor } = this.#live;
		const row = doc.get('allocations', id);
		if (!row) return 'It is not on this board any more.';
		for (const field of Object.keys(changes) as FieldName<'allocations'>[]) {
			const change = {
				kind: 'write',
				collection: 'allocations',
				id,
				field,
				before: row[field],
				after: changes[field]
			} as const;
			const verdict = can(actor, change, doc);
			if (!verdict.ok) return verdict.remedy;
		}
		return '';
	}

	/** Why these bookings may not be moved so; empty when they may. Judges the very step that `move` takes. */
	whyNotMove(ids: readonly string[], to: Move): string {
		return this.#live.edits.ask(askMoveAllocations, ids, to)?.remedy ?? '';
	}

	/** Why somebody may not be pencilled in on a piece of work; empty when they may. */
	whyNotBook(given: NewAllocation): string {
		const { doc, actor } = this.#live;
		const id = 'alc_new';
		const record = { id, certainty: 'tentative', module: '', ...given };
		const verdict = can(actor, { kind: 'create', collection: 'allocations', id, record }, doc);
		return verdict.ok ? '' : verdict.remedy;
	}

	/** Why there is nothing one could book somebody on; empty when there is something. */
	whyNotBookAny(): string {
		const span = { from: this.#live.today, to: this.#live.today };
		let refusal = this.whyNotBook({ project: '', kind: 'other', span });
		if (refusal === '') return '';
		for (const project of this.#live.doc.all('projects')) {
			if (project.archived) continue;
			refusal = this.whyNotBook({ project: project.id, span });
			if (refusal === '') return '';
		}
		return refusal;
	}

	/** True for those who plan: others see why they may not. */
	get mayPlan(): boolean {
		return plans(this.#live.actor);
	}

	/** Moves bookings in time, to another person or open role, or both, as one step; confirmed ones are asked for again. */
	move(ids: readonly string[], to: Move): boolean {
		const outcome = this.#live.edits.moveAllocations(ids, to);
		if (outcome.ok) void confirmHanded(this.#live, handedOver(outcome.changes));
		return sayOutcome(outcome);
	}

	/** Books the same again right after; returns the ids of the copies. */
	duplicate(ids: readonly string[]): string[] {
		const outcome = this.#live.edits.run(copyAllocations, ids);
		if (!sayOutcome(outcome) || !outcome.ok) return [];
		announce(outcome.value.length === 1 ? 'Duplicated' : `${outcome.value.length} duplicated`);
		return outcome.value;
	}

	/** Lets a second booking begin on a day; returns its id, or nothing when refused. */
	split(id: string, day: Day): string | undefined {
		const outcome = this.#live.edits.run(splitAllocation, id, day);
		if (!sayOutcome(outcome) || !outcome.ok) return undefined;
		announce(`Split, the second part starts ${day}`);
		return outcome.value;
	}

	/** Locks bookings as they are, or opens them again: the whole selection does what the first one needs. */
	toggleLock(ids: readonly string[]): boolean {
		const isLocked = this.#live.doc.get('allocations', ids[0] ?? '')?.locked ?? false;
		const isDone = sayOutcome(this.#live.edits.setLocked(ids, !isLocked));
		if (isDone) announce(isLocked ? 'Unlocked' : 'Locked');
		return isDone;
	}

	setSpan(id: string, span: Span): boolean {
		return sayOutcome(this.#live.edits.setSpan([id], span));
	}

	/** Writes several fields of bookings as one step. */
	change(ids: readonly string[], changes: Changes): boolean {
		return sayOutcome(this.#live.edits.setFields('allocations', ids, changes));
	}

	/** Books; returns the id, or nothing when refused. */
	book(given: NewAllocation): string | undefined {
		const outcome = this.#live.edits.allocate(given);
		return sayOutcome(outcome) && outcome.ok ? outcome.value : undefined;
	}

	/** Puts bookings away, with a way back. */
	archive(ids: readonly string[]): boolean {
		if (!sayOutcome(this.#live.edits.archive('allocations', ids))) return false;
		const what = ids.length === 1 ? 'Booking archived' : `${ids.length} bookings archived`;
		toast.undo(what, () => this.#live.edits.restore('allocations', ids));
		announce(what);
		return true;
	}
}
