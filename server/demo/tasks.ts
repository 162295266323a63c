// Tasks of the demo's projects, made from where a project stands: what is behind it is done, what is ahead is to do.

import type { TaskStatus } from '#lib/model/task.ts';
import type { DemoProject, StageKey } from './projects.ts';

export interface DemoTask {
	title: string;
	stage: StageKey;
	status: TaskStatus;
	assignee?: string;
	role: string;
	skill: string;
	level?: number;
	hours: number;
	/** Days from the Monday of this week. */
	from: number;
	to: number;
	checks?: readonly string[];
}

const order: readonly StageKey[] = [
	'requests',
	'scope',
	'design',
	'build',
	'review',
	'launch',
	'measure'
];

interface Step {
	stage: StageKey;
	title: string;
	role: string;
	skill: string;
	level?: number;
	hours: number;
	who: 'lead' | 'sme' | 'developer' | 'lms';
	checks?: readonly string[];
}

const steps: readonly Step[] = [
	{
		stage: 'design',
		title: 'Interview the expert',
		role: 'Learning designer',
		skill: 'Instructional design',
		hours: 4,
		who: 'lead'
	},
	{
		stage: 'design',
		title: 'Write the storyboard',
		role: 'Learning designer',
		skill: 'Storyboarding',
		level: 3,
		hours: 16,
		who: 'lead',
		checks: ['Objectives on page one', 'Every screen has a source', 'Alt text drafted']
	},
	{
		stage: 'build',
		title: 'Answer open questions in the storyboard',
		role: 'SME',
		skill: '',
		hours: 3,
		who: 'sme'
	},
	{
		stage: 'build',
		title: 'Build the screens',
		role: 'E-learning developer',
		skill: 'Storyline',
		level: 3,
		hours: 24,
		who: 'developer',
		checks: ['Keyboard only', 'Captions', 'Resume works']
	},
	{
		stage: 'review',
		title: 'Collect review comments',
		role: 'Learning designer',
		skill: 'Instructional design',
		hours: 5,
		who: 'lead'
	},
	{
		stage: 'review',
		title: 'Corrections',
		role: 'E-learning developer',
		skill: 'Storyline',
		hours: 8,
		who: 'developer'
	},
	{
		stage: 'launch',
		title: 'Package and test in the LMS',
		role: 'LMS administrator',
		skill: 'LMS admin',
		hours: 4,
		who: 'lms',
		checks: ['Completion reported', 'Enrolment rule tested']
	}
];

const WITH_TASKS: readonly StageKey[] = ['design', 'build', 'review', 'launch'];

/** Tasks of one project, in order; none for requests, plans and what is being measured. */
export function demoTasks(project: DemoProject): DemoTask[] {
	if (!WITH_TASKS.includes(project.stage)) return [];
	const here = order.indexOf(project.stage);
	const developer =
		project.type === 'video' ? 'vikram' : project.lead === 'rafael' ? 'rafael' : 'anjali';
	const people = { lead: project.lead, sme: project.sme, developer, lms: 'grace' };
	return steps
		.filter((step) => step.who !== 'sme' || project.sme !== undefined)
		.map((step, i) => {
			const at = order.indexOf(step.stage);
			const from = (at - here) * 14 + (i % 2) * 7;
			const status: TaskStatus =
				at < here
					? 'done'
					: at > here
						? 'todo'
						: step.who === 'sme'
							? 'waiting'
							: i % 2 === 0
								? 'doing'
								: 'todo';
			return {
				title: step.title,
				stage: step.stage,
				status,
				assignee: people[step.who],
				role: step.role,
				skill: project.type === 'video' && step.skill === 'Storyline' ? 'Video' : step.skill,
				level: step.level,
				hours: step.hours,
				from,
				to: from + 4,
				checks: step.checks
			};
		});
}
