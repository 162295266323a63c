// The page about people: who they are, when they work, when they are away, who may do what. Each form is a command.
import { error, redirect } from '@sveltejs/kit';
import { canCommand } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { change } from '../change.server.ts';
import { findBoard } from '../find-board.server.ts';
import { readFields } from './fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.depends('plimsoll:people');
	const { user, board, boards } = await findBoard(event);
	const found = await services().commands.readTeam(user, board.id);
	if (!found.ok) error(found.problem.code === 'denied' ? 403 : 404, found.problem.message);
	const { actor, ...team } = found.value;
	const person = event.url.searchParams.get('person');
	const weeks = person ? await services().commands.readHours(user, board.id, person) : undefined;
	return {
		...team,
		weeks: weeks?.ok ? weeks.value : [],
		board,
		boards,
		self: user,
		mayManage: canCommand(actor, 'invite').ok
	};
};

export const actions: Actions = {
	add: (event) => change(event, 'add-person', readFields.add),
	edit: (event) => change(event, 'edit-person', readFields.edit),
	pattern: (event) => change(event, 'set-pattern', readFields.pattern),
	absence: (event) => change(event, 'record-absence', readFields.absence),
	changeAbsence: (event) => change(event, 'change-absence', readFields.absence),
	share: (event) => change(event, 'edit-person', readFields.share),
	day: (event) => change(event, 'edit-person', readFields.day),
	decide: (event) => change(event, 'decide-absence', readFields.plain),
	role: (event) => change(event, 'set-role', readFields.plain),
	remove: (event) => change(event, 'remove-member', readFields.plain),
	link: (event) => change(event, 'link-login', readFields.plain),
	invite: (event) => change(event, 'invite', readFields.plain),
	withdraw: (event) => change(event, 'revoke-invitation', readFields.plain),
	preset: (event) => change(event, 'set-preset', readFields.plain),
	zone: (event) => change(event, 'set-time-zone', readFields.plain),
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
