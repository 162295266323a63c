// Confirmed bookings that have changed hands: asked of the server again for whoever holds them now (P-24). What it refuses
// stays tentative, and is said.

import { workOf } from '#lib/model/problems.ts';
import { confirmBooking } from '#lib/sync/confirmations.svelte.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';

/** Resolves once each is confirmed, kept to be sent, or refused. */
export async function confirmHanded(live: LiveBoard, bookings: readonly string[]): Promise<void> {
	for (const id of bookings) {
		const answer = await confirmBooking(live, id);
		const row = live.doc.get('allocations', id);
		if (answer.state !== 'refused' || !row) continue;
		const name = live.doc.get('people', row.person)?.name ?? 'somebody';
		const title = `${workOf(live.doc, row)} is tentative for ${name}`;
		toast.denied(title, { detail: answer.message });
		announce(`${title}. ${answer.message}`);
	}
}
