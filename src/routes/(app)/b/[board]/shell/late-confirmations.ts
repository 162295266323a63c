// Says what became of bookings that were confirmed while away, once the server has answered.

import { workOf } from '#lib/model/problems.ts';
import { confirmationsOf, type Confirmations } from '#lib/sync/confirmations.svelte.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast } from '#lib/ui/toast.ts';

/** Takes up what an earlier page has kept, and tells of every late answer. Returns the list, to follow the save state. */
export function tellLateConfirmations(live: LiveBoard): Confirmations {
	const list = confirmationsOf(live);
	list.onLate = ({ key }, answer) => {
		const row = live.doc.get('allocations', key);
		const what = row ? workOf(live.doc, row) : 'A booking';
		if (answer.state === 'refused') {
			toast.denied(`${what} was not confirmed`, { detail: answer.message });
			announce(`${what} was not confirmed. ${answer.message}`);
		} else {
			toast.info(`${what} is confirmed`);
			announce(`${what} is confirmed`);
		}
	};
	void list.load();
	return list;
}
