// Verbs of what hangs on a card: tasks, their check items, comments.

import { newId } from '#lib/domain/ids.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { attempt, refuseEdit } from './changes.ts';
import type { EditContext, Outcome } from './edit-context.ts';
import { setField } from './edits.ts';
import { rankInList, type Slot } from './slots.ts';

export type NewTask = Partial<Omit<EntityIn<'tasks'>, 'id' | 'rank'>> & {
	project: string;
	title: string;
} & Slot;

/** Adds a task to a project or one of its modules, at the end where no place is given; returns its id. */
export function createTask(ctx: EditContext, given: NewTask): Outcome<string> {
	const { before, after, ...fields } = given;
	const id: string = newId('tsk', ctx.random, ctx.now());
	if (!ctx.board.get('projects', given.project))
		return refuseEdit('tasks', id, 'project', 'P-5', 'Its project is not on this board.');
	return attempt(ctx, (plan) => {
		const rank = rankInList(
			ctx.board.where('tasks', 'project', given.project),
			{ before, after },
			ctx.random
		);
		plan.create('tasks', id, { ...fields, rank });
		return id;
	});
}

/** Moves a task to another place among its project's tasks. */
export function moveTask(ctx: EditContext, id: string, slot: Slot): Outcome {
	const project = ctx.board.get('tasks', id)?.project ?? '';
	const list = ctx.board.where('tasks', 'project', project);
	return setField(ctx, 'tasks', id, 'rank', rankInList(list, slot, ctx.random, id));
}

export type NewCheckItem = { task: string; text: string } & Slot;

/** Adds a check item to a task; returns its id. */
export function createCheckItem(ctx: EditContext, given: NewCheckItem): Outcome<string> {
	const { before, after, ...fields } = given;
	const id: string = newId('chk', ctx.random, ctx.now());
	if (!ctx.board.get('tasks', given.task))
		return refuseEdit('checkItems', id, 'task', 'P-5', 'Its task is not on this board.');
	return attempt(ctx, (plan) => {
		const list = ctx.board.where('checkItems', 'task', given.task);
		const rank = rankInList(list, { before, after }, ctx.random);
		plan.create('checkItems', id, { ...fields, rank });
		return id;
	});
}

/** Moves a check item to another place in its task. */
export function moveCheckItem(ctx: EditContext, id: string, slot: Slot): Outcome {
	const task = ctx.board.get('checkItems', id)?.task ?? '';
	const list = ctx.board.where('checkItems', 'task', task);
	return setField(ctx, 'checkItems', id, 'rank', rankInList(list, slot, ctx.random, id));
}

export type NewComment = { body: string; project?: string; module?: string; task?: string };

/** Adds a comment under the actor's own name; returns its id. */
export function addComment(ctx: EditContext, given: NewComment): Outcome<string> {
	const id: string = newId('cmt', ctx.random, ctx.now());
	if (given.body.trim() === '')
		return refuseEdit('comments', id, 'body', 'field', 'Write something first.');
	return attempt(ctx, (plan) => {
		plan.create('comments', id, { ...given, author: ctx.actor.person, at: ctx.now() });
		return id;
	});
}
