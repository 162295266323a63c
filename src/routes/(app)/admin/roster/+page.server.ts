// People and leave out of a file: looked at, its dates read another way, imported.
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { canCommand } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { findBoard } from '../find-board.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user, board, boards } = await findBoard(event);
	const actor = await services().auth.membershipOf(user, board.id);
	if (!actor) error(404, 'There is no such board, or you do not belong to it.');
	const verdict = canCommand(actor, 'import-roster');
	if (!verdict.ok) error(403, verdict.remedy);
	return { board, boards };
};

async function run({ locals, request }: RequestEvent, what: 'check' | 'apply') {
	if (!locals.user) redirect(303, '/login');
	const input = Object.fromEntries(await request.formData());
	const done = await services().commands.rosters[what](locals.user.id, input);
	if (!done.ok) return fail(400, { about: 'look', message: done.problem.message });
	return { about: what, check: done.value };
}

export const actions: Actions = {
	look: async ({ locals, request }) => {
		if (!locals.user) redirect(303, '/login');
		const form = await request.formData();
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(400, { about: 'look', message: 'Choose a CSV or Excel file.' });
		const looked = await services().commands.rosters.upload(
			locals.user.id,
			String(form.get('board') ?? ''),
			new Uint8Array(await file.arrayBuffer())
		);
		if (!looked.ok) return fail(400, { about: 'look', message: looked.problem.message });
		return { about: 'check', check: looked.value };
	},
	check: (event) => run(event, 'check'),
	apply: (event) => run(event, 'apply')
};
