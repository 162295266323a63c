// Who has confirmed a booking, and when, is what the server saw: whoever lets it stand confirmed, or gives a confirmed one
// into other hands, an undo included; nobody, once it is confirmed no more. Written beside what was judged (P-24).
import { patchKey, patchRoot } from '#lib/doc/codec.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { Actor } from '#lib/policy/roles.ts';
import { keyOf, patchesOf, type Case } from './cases.ts';
import type { Court } from './court.ts';

type Stamp = Pick<EntityIn<'allocations'>, 'confirmedAt' | 'confirmedBy'>;

/** Stamps the bookings of cases that stand; runs inside the transaction, on the board after it. */
export function stampConfirmations(court: Court, cases: Case[], actor: Actor, now: number): void {
	const ids = new Set(cases.filter(isAbout).map(({ change }) => change.id));
	for (const id of ids) {
		const row = court.board.get('allocations', id);
		if (!row) continue;
		const stamp: Stamp =
			row.certainty === 'confirmed'
				? { confirmedAt: now, confirmedBy: actor.person }
				: { confirmedAt: 0, confirmedBy: '' };
		for (const field of ['confirmedAt', 'confirmedBy'] as const) {
			if (row[field] === stamp[field]) continue;
			const key = patchKey(id, field);
			patchesOf(court, 'allocations').set(key, stamp[field]);
			// As if the actor had written it, so that they can still take back what they have just made (P-13).
			const { user, person } = actor;
			court.authors.note(keyOf({ root: patchRoot('allocations'), key }), { user, person, at: now });
		}
		court.board.refresh('allocations', id);
	}
}

function isAbout({ change }: Case): boolean {
	if (change.collection !== 'allocations') return false;
	return change.kind === 'create' || (change.kind === 'write' && isHanding(change.field));
}

const isHanding = (field: string): boolean => field === 'certainty' || field === 'person';
