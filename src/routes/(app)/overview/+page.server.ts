// The leader's overview: made by the server from rows. What comes down is text and totals, no board.
import { canCommand } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { readerOf, valueOf } from './ask.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('plimsoll:overview');
	const user = readerOf(locals, '/overview');
	const { overview, auth } = services();
	const view = valueOf(await overview.read(user));
	const boards = await auth.boardsOf(user);
	return {
		view,
		boards: boards.length,
		maySet: boards.some(
			({ role, preset }) => canCommand({ user, person: '', role, preset }, 'set-organisation').ok
		)
	};
};
