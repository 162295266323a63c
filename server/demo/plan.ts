// The demo as rows, anchored to a day: the same day gives the same rows to the letter. Pure; seed.ts writes them.

import { addDays, mondayOf, type Day, type Span } from '#lib/domain/days.ts';
import type { Gate } from '#lib/domain/gates.ts';
import { defaultWorkflow } from '#lib/domain/workflows.ts';
import { ranksBetween } from '#lib/doc/rank.ts';
import { emptyRows, makeRow, type CollectionName, type EntityIn } from '#lib/model/board.ts';
import type { Load } from '#lib/model/joint-fields.ts';
import { demoBookings, type DemoBooking } from './bookings.ts';
import { demoProjects, type DemoProject } from './projects.ts';
import { demoTasks } from './tasks.ts';

export type DemoRows = ReturnType<typeof emptyRows>;

export const demoPersonId = (key: string): string => `per_demo_${key}`;
export const demoProjectId = (key: string): string => `prj_demo_${key.replaceAll('-', '_')}`;
export const stageId = (key: string): string => `stg_demo_${key}`;

/** Deterministic stand-in for chance: mulberry32. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Nine in the morning UTC of a day, in milliseconds: when the demo's people write. */
const morning = (day: Day): number => Date.parse(`${day}T09:00:00Z`);

/** Every board row of the demo for `today`; the mirrors hold the sign-offs only (people are the organisation's). */
export function buildDemoPlan(today: Day): DemoRows {
	const monday = mondayOf(today);
	const day = (offset: number): Day => addDays(monday, offset);
	const random = seeded(20270104);
	const rows = emptyRows();
	const put = <C extends CollectionName>(
		c: C,
		id: string,
		given: Partial<Omit<EntityIn<C>, 'id'>>
	): void => {
		rows[c].set(id, makeRow(c, id, given));
	};

	const stageRanks = ranksBetween(null, null, defaultWorkflow.stages.length, random);
	for (const [i, stage] of defaultWorkflow.stages.entries()) {
		const gate: Gate =
			stage.key === 'review' ? { ...stage.gate, 'storyboard-signoff': 'require' } : stage.gate;
		put('stages', stageId(stage.key), {
			name: stage.name,
			rank: stageRanks[i]!,
			gate,
			softLimit: stage.softLimit,
			phase: stage.phase
		});
	}

	const projectRanks = ranksBetween(null, null, demoProjects.length, random);
	for (const [i, project] of demoProjects.entries()) {
		const id = demoProjectId(project.key);
		put('projects', id, {
			title: project.title,
			code: `LD-${101 + i * 3}`,
			position: { stage: stageId(project.stage), rank: projectRanks[i]! },
			contentType: project.type,
			lead: project.lead ? demoPersonId(project.lead) : '',
			effortMinutes: project.hours === undefined ? null : project.hours * 60,
			launch: project.launch === undefined ? null : day(project.launch),
			committed: project.committed ?? false,
			after: (project.after ?? []).map(([key, type, lagDays]) => ({
				on: demoProjectId(key),
				type,
				lagDays
			})),
			mandatory: project.mandatory ?? false,
			priority: project.priority ?? 'standard',
			duties: dutiesOf(project),
			brief: project.brief ?? '',
			notes: project.notes ?? '',
			blocked: project.blocked ?? '',
			audience: project.audience ?? '',
			seatMinutes: project.seat ?? null,
			override: project.override
				? {
						stage: stageId(project.override.stage),
						reason: project.override.reason,
						by: demoPersonId(project.override.by)
					}
				: null
		});
		putModules(project, id);
		putTasks(project, id);
		putSignOffs(project, id);
		for (const [n, [author, body, daysAgo]] of (project.comments ?? []).entries())
			put('comments', `cmt_demo_${i}_${n}`, {
				project: id,
				author: demoPersonId(author),
				body,
				at: morning(addDays(today, -daysAgo))
			});
	}
	for (const [i, booking] of demoBookings.entries())
		put('allocations', `alc_demo_${i}`, {
			person: booking.person ? demoPersonId(booking.person) : '',
			role: booking.role ?? '',
			project: booking.project === '' ? '' : demoProjectId(booking.project),
			span: { from: day(booking.from * 7), to: day(booking.to * 7 + 4) },
			load: loadOf(booking),
			certainty: booking.requested ? 'requested' : booking.tentative ? 'tentative' : 'confirmed',
			kind: booking.kind ?? 'project',
			locked: booking.locked ?? false,
			contour: booking.contour ?? 'flat',
			skill: booking.skill ?? '',
			level: booking.level ?? null,
			note: booking.note ?? ''
		});
	return rows;

	function putModules(project: DemoProject, id: string): void {
		const modules = project.modules ?? [];
		const ranks = ranksBetween(null, null, modules.length, random);
		for (const [n, module] of modules.entries())
			put('modules', `mod_${id.slice(4)}_${n}`, {
				project: id,
				title: module.title,
				position: { stage: stageId(module.stage), rank: ranks[n]! },
				lead: project.lead ? demoPersonId(project.lead) : '',
				language: module.language ?? '',
				effortMinutes: (module.hours ?? 0) * 60 || null
			});
	}

	function putTasks(project: DemoProject, id: string): void {
		const tasks = demoTasks(project);
		const ranks = ranksBetween(null, null, tasks.length, random);
		for (const [n, task] of tasks.entries()) {
			const taskId = `tsk_${id.slice(4)}_${n}`;
			put('tasks', taskId, {
				project: id,
				title: task.title,
				status: task.status,
				assignee: task.assignee ? demoPersonId(task.assignee) : '',
				role: task.assignee ? '' : task.role,
				skill: task.skill,
				level: task.level ?? null,
				stage: stageId(task.stage),
				effortMinutes: task.hours * 60,
				remainingMinutes: task.status === 'done' ? 0 : task.hours * 60,
				span: { from: day(task.from), to: day(task.to) },
				rank: ranks[n]!
			});
			const checks = task.checks ?? [];
			const checkRanks = ranksBetween(null, null, checks.length, random);
			for (const [c, text] of checks.entries())
				put('checkItems', `chk_${id.slice(4)}_${n}_${c}`, {
					task: taskId,
					text,
					done: c === 0,
					rank: checkRanks[c]!
				});
		}
	}

	function putSignOffs(project: DemoProject, id: string): void {
		for (const [kind, by, daysAgo] of project.signed ?? [])
			put('approvals', `apr_${id.slice(4)}_${kind}`, {
				project: id,
				kind,
				askedOf: demoPersonId(by),
				askedOn: addDays(today, -daysAgo - 3),
				by: demoPersonId(by),
				at: morning(addDays(today, -daysAgo))
			});
		if (project.waiting)
			put('approvals', `apr_${id.slice(4)}_${project.waiting.kind}`, {
				project: id,
				kind: project.waiting.kind,
				askedOf: demoPersonId(project.waiting.of),
				askedOn: addDays(today, -project.waiting.days)
			});
	}
}

/** By id, the spans that bookings had when they were made, where they have grown since. */
export function firstSpans(today: Day): Map<string, Span> {
	const day = (offset: number): Day => addDays(mondayOf(today), offset);
	return new Map(
		demoBookings.flatMap(({ from, firstTo }, i): [string, Span][] =>
			firstTo === undefined
				? []
				: [[`alc_demo_${i}`, { from: day(from * 7), to: day(firstTo * 7 + 4) }]]
		)
	);
}

function dutiesOf(project: DemoProject): Record<string, string> {
	const duties: Record<string, string> = {};
	if (project.sponsor) duties.sponsor = demoPersonId(project.sponsor);
	if (project.sme) duties.sme = demoPersonId(project.sme);
	duties.qa = 'team';
	duties.lms = demoPersonId('grace');
	if (!project.mandatory) duties.legal = 'unused';
	if (!project.modules?.some((module) => module.language)) duties.localisation = 'unused';
	return duties;
}

function loadOf(booking: DemoBooking): Load | null {
	if (booking.percent !== undefined) return { mode: 'percent', amount: booking.percent * 100 };
	if (booking.minutesPerDay !== undefined) return { mode: 'perDay', amount: booking.minutesPerDay };
	if (booking.totalMinutes !== undefined) return { mode: 'total', amount: booking.totalMinutes };
	return null;
}
