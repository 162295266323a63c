// The teams' heatmap for leaders who belong to no board: teams by weeks, and individuals only where they may be seen and
// were asked for. Each look at individuals is noted.
import { canCommand } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { readerOf, valueOf } from '../ask.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends, url }) => {
	depends('plimsoll:overview');
	const user = readerOf(locals, url.pathname + url.search);
	const { overview, auth } = services();
	const asked = url.searchParams.get('people') === 'show';
	const boards = await auth.boardsOf(user);
	return {
		view: valueOf(await overview.heatmap(user, asked)),
		maySet: boards.some(
			({ role, preset }) => canCommand({ user, person: '', role, preset }, 'set-organisation').ok
		)
	};
};
