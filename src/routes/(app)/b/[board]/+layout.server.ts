// Who is on which board: what every screen of a board needs before its document is there. Refuses everybody who does
// not belong to it in the words of a page that does not exist.

import { error, redirect } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { defaultBounds } from '#lib/domain/bands.ts';
import type { Actor } from '#lib/policy/roles.ts';
import type { LayoutServerLoad } from './$types';

interface BoardEntry {
	id: string;
	name: string;
	epoch: number;
}

export const load: LayoutServerLoad = async ({ params, locals, fetch, url, untrack, depends }) => {
	depends('plimsoll:board');
	const { auth, commands, db, clock, settings } = services();
	const { user } = locals;
	if (!user)
		redirect(303, `/login?next=${encodeURIComponent(untrack(() => url.pathname + url.search))}`);
	const membership = await auth.membershipOf(user.id, params.board);
	const response = await fetch('/api/boards');
	if (!response.ok) error(response.status, (await response.json()) as App.Error);
	const boards = (await response.json()) as BoardEntry[];
	const board = boards.find((one) => one.id === params.board);
	if (!membership || !board) error(404, 'There is no such board, or you do not belong to it.');
	commands.keepFresh(board.id);
	const views = await commands.readViews(user.id, board.id);
	const { role, preset, person } = membership;
	const actor: Actor = { user: user.id, person, role, preset };
	return {
		board: { id: board.id, name: board.name, epoch: board.epoch, isDemo: membership.isDemo },
		boards: boards.map(({ id, name }) => ({ id, name })),
		user: { id: user.id, name: user.name, email: user.email },
		actor,
		leadersSeePeople: membership.leadersSeePeople,
		bounds: membership.loadBounds ?? defaultBounds,
		/** Saved views as they were; screens follow them from here. */
		views: views.ok ? views.value : [],
		today: clock.today(membership.timeZone),
		storageKind: db.kind,
		secondWindow:
			(membership.isDemo &&
				findOtherDoor(
					settings.origins,
					untrack(() => url.origin)
				)) ||
			null
	};
};

/** The login page under the server's other address, where a browser keeps another session. */
function findOtherDoor(origins: readonly string[], here: string): string | undefined {
	const other = origins.find((origin) => origin !== here);
	return other && `${other}/login`;
}
