// Applies an update and judges every change of it in one Yjs transaction. What is not permitted, or was written
// without having seen what stands, is set back inside the same transaction, so that all copies converge, the rest of
// the batch survives, and the refused value is collected before the update is encoded. Knows no sockets.
import * as Y from 'yjs';
import { decodeRow, patchKey, patchRoot, recordValue } from '#lib/doc/codec.ts';
import { entityOf } from '#lib/model/board.ts';
import type { FieldWrite } from '#lib/model/change.ts';
import { sameValue } from '#lib/model/value.ts';
import type { Actor } from '#lib/policy/roles.ts';
import { judgeOnBefore, keyOf, openCases, patchesOf, recordsOf, type Case } from './cases.ts';
import {
	MAX_DENIED_KEYS,
	type Court,
	type DeniedChange,
	type JudgeOptions,
	type Judgement,
	type SupersededWrite
} from './court.ts';
import type { StructId } from './decode-update.ts';
import { judgeAfter } from './gate-court.ts';
import { inspect, type Touch } from './inspect.ts';
import type { DerivedRows } from './log.ts';
import { stampConfirmations } from './stamp-confirmations.ts';

interface Stood {
	item: StructId | null;
	had: boolean;
	value: unknown;
}

/**
 * Judges one update of `actor` and applies what may stand. Synchronous from the first byte to the last: nothing may
 * come between the judgement and the document. Throws only when Yjs itself fails, and then the document in memory
 * must be given up.
 */
export function judgeUpdate(
	court: Court,
	payload: Uint8Array,
	actor: Actor,
	options: JudgeOptions
): Judgement {
	const { doc } = court.board;
	const inspection = inspect(doc, payload, options.limits, (client) => {
		const owner = court.ownerOf(client);
		if (owner === undefined) return court.mayBind(actor.user, client) ? 'free' : 'foreign';
		return owner === actor.user ? 'mine' : 'foreign';
	});
	if (!inspection.ok) return inspection;
	const cases = openCases(court, inspection.touches, actor, options.now);
	const lost = cases.filter((one) => one.denial).reduce((sum, one) => sum + one.touches.length, 0);
	if (lost > MAX_DENIED_KEYS)
		return { ok: false, refusal: { kind: 'hostile', reason: 'too many refused changes' } };

	const trial = new Trial(court, actor, options, inspection.touches, cases);
	const updates: Uint8Array[] = [];
	const grab = (update: Uint8Array): number => updates.push(update);
	doc.on('update', grab);
	try {
		doc.transact((transaction) => {
			Y.applyUpdate(doc, payload);
			trial.hold();
			// applyUpdate makes the transaction foreign; left so, Yjs would give the server a new client id.
			transaction.local = true;
		}, options.origin);
	} finally {
		doc.off('update', grab);
	}
	const { pendingStructs, pendingDs } = doc.store;
	if (pendingStructs !== null || pendingDs !== null || updates.length > 1)
		throw new Error('an inspected update did not apply as a whole');
	const bindings = inspection.newClients.map((client) => ({ client, user: actor.user }));
	return { ok: true, update: updates[0] ?? null, ...trial.close(bindings) };
}

class Trial {
	#court: Court;
	#actor: Actor;
	#options: JudgeOptions;
	#touches: Touch[];
	#cases: Case[];
	#stood: Map<Touch, Stood>;
	#rows: DerivedRows = { audit: [], transitions: [], bindings: [] };
	#denied: DeniedChange[] = [];

	constructor(court: Court, actor: Actor, options: JudgeOptions, touches: Touch[], cases: Case[]) {
		this.#court = court;
		this.#actor = actor;
		this.#options = options;
		this.#touches = touches;
		this.#cases = cases;
		this.#stood = new Map(
			touches.map((touch) => {
				const map = court.board.doc.getMap(touch.root);
				const stood = { item: touch.current, had: map.has(touch.key), value: map.get(touch.key) };
				return [touch, stood];
			})
		);
	}

	/** Runs inside the transaction, after the update was applied. */
	hold(): void {
		for (const one of this.#cases) {
			if (!one.denial && !one.superseded) this.#look(one);
			if (one.denial || one.superseded) this.#setBack(one);
		}
		for (const touch of this.#touches) this.#refresh(touch);
		judgeAfter(this.#court.board, this.#cases, this.#actor, this.#options.today, {
			refuse: (one) => {
				this.#setBack(one);
				for (const touch of one.touches) this.#refresh(touch);
			},
			placeAtFirst: (one, position, denial) => {
				const { collection, id } = one.change;
				patchesOf(this.#court, collection).set(patchKey(id, 'position'), position);
				this.#court.board.refresh(collection, id);
				const { rule, remedy } = denial;
				this.#denied.push({ collection, id, field: 'position', rule, remedy });
			},
			clearReason: (kind, id) => {
				const key = patchKey(id, 'override');
				patchesOf(this.#court, kind).set(key, null);
				// As if the actor had written it, so that they can still take back what they have just made (P-13).
				const { user, person } = this.#actor;
				const author = { user, person, at: this.#options.now };
				this.#court.authors.note(keyOf({ root: patchRoot(kind), key }), author);
				this.#court.board.refresh(kind, id);
			},
			entered: (row) => this.#rows.transitions.push(row)
		});
		const stands = this.#cases.filter((one) => !one.denial && !one.superseded && !one.silent);
		stampConfirmations(this.#court, stands, this.#actor, this.#options.now);
		// Last: a deletion that is refused has touched nothing but what it named.
		for (const one of this.#cases)
			if (one.change.kind === 'delete' && !one.denial) this.#clear(one);
	}

	/** Takes stock after the transaction: what is told to the actor, what goes into the log beside the update. */
	close(bindings: DerivedRows['bindings']): {
		denied: DeniedChange[];
		superseded: SupersededWrite[];
		rows: DerivedRows;
	} {
		const superseded: SupersededWrite[] = [];
		const { user, person } = this.#actor;
		const author = { user, person, at: this.#options.now };
		for (const one of this.#cases) {
			if (one.superseded) superseded.push(this.#tellSuperseded(one));
			else if (one.denial) this.#tellDenied(one);
			else {
				for (const touch of one.touches) this.#court.authors.note(keyOf(touch), author);
				if (!one.silent) this.#audit(one);
			}
		}
		const denied = this.#denied;
		return { denied, superseded, rows: { ...this.#rows, bindings } };
	}

	/** What stands now, where Yjs has settled it otherwise than the update alone could say: judged again. */
	#look(one: Case): void {
		const { change } = one;
		const { collection, id } = change;
		const records = recordsOf(this.#court, collection);
		const patches = patchesOf(this.#court, collection);
		if (change.kind === 'write') {
			const key = patchKey(id, change.field);
			const after = patches.has(key)
				? patches.get(key)
				: recordValue(collection, records.get(id), change.field);
			if (sameValue(after, change.after)) return;
			one.change = { ...change, after };
			one.silent = sameValue(change.before, after);
		} else if (change.kind === 'create') {
			const record = decodeRow(collection, id, records.get(id), (field) => {
				const key = patchKey(id, field);
				return patches.has(key) ? { value: patches.get(key) } : undefined;
			}) as unknown as Readonly<Record<string, unknown>> & { id: string };
			if (sameValue(record, change.record)) return;
			one.change = { ...change, record };
		} else return;
		one.denial = judgeOnBefore(
			this.#court,
			one.change,
			this.#actor,
			this.#court.board,
			this.#options.now
		);
	}

	#setBack(one: Case): void {
		for (const touch of one.touches) {
			const stood = this.#stood.get(touch)!;
			const map = this.#court.board.doc.getMap(touch.root);
			const item = map._map.get(touch.key);
			const last = item ? item.lastId : null;
			if (
				last?.client === stood.item?.client &&
				last?.clock === stood.item?.clock &&
				map.has(touch.key) === stood.had
			)
				continue;
			if (stood.had) map.set(touch.key, stood.value);
			else map.delete(touch.key);
			const now = map._map.get(touch.key);
			if (one.denial && !touch.stale && now)
				this.#court.authors.noteSetBack(keyOf(touch), this.#actor.user, now.lastId);
		}
	}

	/** A record that goes takes all its patches with it. */
	#clear(one: Case): void {
		const { collection, id } = one.change;
		const patches = patchesOf(this.#court, collection);
		for (const field of entityOf(collection).order) {
			const key = patchKey(id, field);
			if (patches.has(key)) patches.delete(key);
		}
	}

	#refresh(touch: Touch): void {
		this.#court.board.refresh(touch.collection, touch.id);
	}

	#tellDenied(one: Case): void {
		if (one.silent || !one.denial) return;
		const { collection, id } = one.change;
		const { rule, remedy } = one.denial;
		const field = one.change.kind === 'write' ? one.change.field : '';
		this.#denied.push({ collection, id, field, rule, remedy });
	}

	#tellSuperseded(one: Case): SupersededWrite {
		const { collection, id, field, before, after } = one.change as FieldWrite;
		const touch = one.touches[0]!;
		const known = this.#court.authors.find(keyOf(touch));
		const owner = touch.current ? this.#court.ownerOf(touch.current.client) : undefined;
		const by = known?.person ?? (owner === undefined ? '' : this.#court.personOf(owner));
		return { collection, id, field, yours: after, theirs: before, by, at: known?.at ?? 0 };
	}

	#audit(one: Case): void {
		const { change } = one;
		const { collection, id: record, kind } = change;
		const row = { collection, record, kind };
		if (change.kind === 'write') {
			const { field, before, after } = change;
			this.#rows.audit.push({ ...row, field, before, after });
		} else if (change.kind === 'create')
			this.#rows.audit.push({ ...row, field: '', before: null, after: change.record });
		else this.#rows.audit.push({ ...row, field: '', before: change.record, after: null });
	}
}
