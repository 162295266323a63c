// Where one lands after logging in: on the only board there is, or on a list to choose from.
import { fail, redirect } from '@sveltejs/kit';
import { canCommand } from '#lib/policy/commands.ts';
import { roles } from '#lib/policy/roles.ts';
import { services } from '#server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.user) redirect(303, '/login');
	const { id } = locals.user;
	const { auth, overview } = services();
	const boards = await auth.boardsOf(id);
	const [only] = boards;
	if (only && boards.length === 1 && !url.searchParams.has('all'))
		redirect(303, `/b/${only.id}/board`);
	const mayOverview = await overview.mayRead(id);
	if (boards.length === 0 && mayOverview && !url.searchParams.has('all'))
		redirect(303, '/overview');
	const owned = boards.find(
		({ role, preset }) => canCommand({ user: id, person: '', role, preset }, 'create-board').ok
	);
	return {
		boards: boards.map(({ id, name, role, isDemo }) => ({ id, name, isDemo, role: roles[role] })),
		mayCreateFrom: owned?.id ?? null,
		mayOverview
	};
};

export const actions: Actions = {
	create: async ({ locals, request }) => {
		if (!locals.user) redirect(303, '/login');
		const form = await request.formData();
		const name = String(form.get('name') ?? '');
		const done = await services().commands.createBoard(locals.user.id, {
			board: String(form.get('from') ?? ''),
			name,
			workflow: String(form.get('workflow') ?? '')
		});
		if (!done.ok) return fail(400, { name, message: done.problem.message });
		redirect(303, `/b/${done.value.board}/board`);
	}
};
