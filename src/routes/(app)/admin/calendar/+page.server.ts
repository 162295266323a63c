// The page about the calendar: the company's closing days, calendars imported, public holidays by region.
import { error, fail, redirect } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { change } from '../change.server.ts';
import { findBoard } from '../find-board.server.ts';
import { readFields } from './fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user, board, boards } = await findBoard(event);
	const found = await services().commands.readCalendar(user, board.id);
	if (!found.ok) error(found.problem.code === 'denied' ? 403 : 404, found.problem.message);
	return { ...found.value, board, boards };
};

export const actions: Actions = {
	set: (event) => change(event, 'set-closing-day', readFields.set),
	remove: (event) => change(event, 'remove-closing-day', readFields.remove),
	look: async ({ locals, request }) => {
		if (!locals.user) redirect(303, '/login');
		const form = await request.formData();
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(400, { about: 'look', message: 'Choose a calendar file (.ics).' });
		const looked = await services().commands.calendars.upload(
			locals.user.id,
			String(form.get('board') ?? ''),
			file.name,
			new Uint8Array(await file.arrayBuffer()),
			{
				source: String(form.get('source') ?? '').trim(),
				region: String(form.get('region') ?? '')
			}
		);
		if (!looked.ok) return fail(400, { about: 'look', message: looked.problem.message });
		return { about: 'look', check: looked.value };
	},
	apply: async ({ locals, request }) => {
		if (!locals.user) redirect(303, '/login');
		const input = Object.fromEntries(await request.formData());
		const done = await services().commands.calendars.apply(locals.user.id, input);
		if (!done.ok) return fail(400, { about: 'look', message: done.problem.message });
		const { source, added, removed, unchanged } = done.value;
		const text = `${source}: ${added.length} days added, ${removed.length} removed, ${unchanged} as they were.`;
		return { about: 'apply', text };
	}
};
