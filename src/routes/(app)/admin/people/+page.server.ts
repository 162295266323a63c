// The page about people: who they are, when they work, when they are away, who may do what. Each form is a command.
import { error, redirect } from '@sveltejs/kit';
import { canCommand } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { change } from './change.server.ts';
import { readFields } from './fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('plimsoll:people');
	if (!locals.user) redirect(303, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
	const { auth, commands } = services();
	const boards = await auth.boardsOf(locals.user.id);
	const wanted = url.searchParams.get('board') ?? boards[0]?.id ?? '';
	const board = boards.find((one) => one.id === wanted);
	if (!board) error(404, 'There is no such board, or you do not belong to it.');
	const found = await commands.readTeam(locals.user.id, board.id);
	if (!found.ok) error(found.problem.code === 'denied' ? 403 : 404, found.problem.message);
	const { actor, ...team } = found.value;
	return {
		...team,
		board: { id: board.id, name: board.name, preset: board.preset, isDemo: board.isDemo },
		boards: boards.map(({ id, name }) => ({ id, name })),
		self: locals.user.id,
		mayManage: canCommand(actor, 'invite').ok
	};
};

export const actions: Actions = {
	add: (event) => change(event, 'add-person', readFields.add),
	edit: (event) => change(event, 'edit-person', readFields.edit),
	pattern: (event) => change(event, 'set-pattern', readFields.pattern),
	absence: (event) => change(event, 'record-absence', readFields.absence),
	decide: (event) => change(event, 'decide-absence', readFields.plain),
	role: (event) => change(event, 'set-role', readFields.plain),
	remove: (event) => change(event, 'remove-member', readFields.plain),
	link: (event) => change(event, 'link-login', readFields.plain),
	invite: (event) => change(event, 'invite', readFields.plain),
	withdraw: (event) => change(event, 'revoke-invitation', readFields.plain),
	preset: (event) => change(event, 'set-preset', readFields.plain),
	rename: (event) => change(event, 'rename-board', readFields.plain),
	archive: async (event) => {
		const answer = await change(event, 'archive-board', readFields.plain);
		if ('done' in answer) redirect(303, '/');
		return answer;
	},
	demo: async (event) => {
		const answer = await change(event, 'delete-demo', readFields.plain);
		if ('done' in answer) redirect(303, '/');
		return answer;
	}
};
