// A task: a piece of work on a project or one of its modules, with its check items.

import { dependencies } from './dependency-field.ts';
import { entity, type EntityOf } from './entity.ts';
import { span } from './joint-fields.ts';
import { choice, flag, hours, rank, ref, text, whole } from './plain-fields.ts';

export const taskStatuses = {
	todo: 'To do',
	doing: 'In progress',
	waiting: 'Waiting',
	done: 'Done'
} as const;
export type TaskStatus = keyof typeof taskStatuses;

export const tasks = entity({
	name: 'tasks',
	label: 'Task',
	plural: 'Tasks',
	prefix: 'tsk',
	fields: {
		project: ref({ label: 'Project', to: 'projects', who: 'once' }),
		module: ref({ label: 'Module', to: 'modules', who: 'lead' }),
		title: text({ label: 'Title', who: 'lead' }),
		status: choice({ label: 'Status', who: 'work', empty: 'todo', options: taskStatuses }),
		assignee: ref({ label: 'Assignee', to: 'people', who: 'lead' }),
		role: text({ label: 'Role', who: 'lead', max: 80 }),
		stage: ref({ label: 'Stage', to: 'stages', who: 'lead' }),
		effortMinutes: hours({ label: 'Effort', who: 'lead' }),
		remainingMinutes: hours({ label: 'Remaining effort', who: 'work' }),
		span: span({ label: 'Dates', who: 'lead' }),
		rank: rank({ label: 'Rank', who: 'lead' }),
		notes: text({ label: 'Notes', who: 'work', max: 8000, multiline: true }),
		source: text({ label: 'Source', who: 'once', max: 120 }),
		archived: flag({ label: 'Archived', who: 'lead' }),
		/** What whoever does it must be able to do, under the name people's skills go by; empty asks for nobody in particular. */
		skill: text({ label: 'Skill', who: 'lead', max: 80 }),
		/** The least level of that skill, 1 aware to 5 expert; null is any. */
		level: whole({ label: 'Level', who: 'lead', min: 1, max: 5 }),
		after: dependencies({ label: 'Waits for', who: 'lead' })
	}
});
export type Task = EntityOf<typeof tasks>;

export const checkItems = entity({
	name: 'checkItems',
	label: 'Check item',
	plural: 'Check items',
	prefix: 'chk',
	fields: {
		task: ref({ label: 'Task', to: 'tasks', who: 'once' }),
		text: text({ label: 'Text', who: 'work', max: 300 }),
		done: flag({ label: 'Done', who: 'work' }),
		rank: rank({ label: 'Rank', who: 'work' }),
		archived: flag({ label: 'Archived', who: 'work' })
	}
});
