// Verbs of the cards: moving, placing and making projects and modules. A move is refused where a gate on the way is not
// met; owners and planners pass it with a reason in one line, which stays on the card.

import type { Entry, Missing } from '#lib/domain/gates.ts';
import { newId } from '#lib/domain/ids.ts';
import type { EntityIn } from '#lib/model/board.ts';
import {
	firstStage,
	modulesOf,
	projectStage,
	stagesOf,
	standingOf,
	type CardKind
} from '#lib/policy/stages.ts';
import { judgeMove, newCard, type Moved } from '#lib/policy/moves.ts';
import { plans } from '#lib/policy/roles.ts';
import { attempt, refuseEdit } from './changes.ts';
import { columnsOf } from './columns.ts';
import type { EditContext, Outcome } from './edit-context.ts';
import { Plan } from './plan.ts';
import { ranksFor, type Slot } from './slots.ts';

export interface MoveTarget extends Slot {
	stage: string;
}

/**
 * Moves cards together to a stage and a place in it, in the order given (GT-1, GT-2, GT-12). A project going forward takes
 * along its open modules that stand before the stage, each asked by its gates; going back, those standing where it
 * stood. `reason` lets owners and planners pass gates that are not met; it is kept on the cards that needed it.
 * Returns the ids that were moved; a card already in its place is not written.
 */
export function moveCards(
	ctx: EditContext,
	kind: CardKind,
	ids: readonly string[],
	to: MoveTarget,
	reason = ''
): Outcome<string[]> {
	const there = ids.filter((id) => ctx.board.get(kind, id)?.archived === false);
	if (there.length < ids.length)
		return refuseEdit(
			kind,
			ids.find((id) => !there.includes(id)) ?? '',
			'position',
			'P-5',
			'It is not on this board any more.'
		);
	return attempt(ctx, (plan) => {
		const ranks = ranksFor(ctx, kind, there, to);
		for (const [i, id] of there.entries()) {
			const followers = kind === 'projects' ? takeAlong(ctx, id, to.stage) : [];
			placeCard(ctx, plan, kind, id, to.stage, ranks[i]!);
			for (const module of followers)
				plan.write('modules', module.id, 'position', {
					stage: to.stage,
					rank: module.position?.rank ?? ranks[i]!
				});
			if (reason.trim() === '') continue;
			passWithReason(ctx, plan, kind, id, to.stage, reason);
			for (const module of followers)
				passWithReason(ctx, plan, 'modules', module.id, to.stage, reason);
		}
		return there;
	});
}

/** A reorder leaves the card's own stage alone: it may differ from where its modules make it stand. */
function placeCard(
	ctx: EditContext,
	plan: Plan,
	kind: CardKind,
	id: string,
	stage: string,
	rank: string
): void {
	const own = ctx.board.get(kind, id)?.position;
	const isReorder = own !== null && columnsOf(ctx.board, kind).stageOf(id) === stage;
	plan.write(kind, id, 'position', { stage: isReorder ? own!.stage : stage, rank });
}

/** The open modules that go with a project: forward those behind, backwards those standing where it stands. */
function takeAlong(ctx: EditContext, project: string, stage: string): EntityIn<'modules'>[] {
	const row = ctx.board.get('projects', project);
	const modules = row ? modulesOf(ctx.board, project) : [];
	if (!row || modules.length === 0) return [];
	const stages = stagesOf(ctx.board);
	const placeOf = (id: string): number =>
		Math.max(
			0,
			stages.findIndex((one) => one.id === id)
		);
	const own = row.position?.stage ?? firstStage(stages);
	const here = placeOf(projectStage(row, modules, stages));
	const target = placeOf(stage);
	return modules.filter((module) => {
		const place = placeOf(module.position?.stage ?? own);
		return target >= here ? place < target : place === here;
	});
}

/** The card before a move, for which no reason has been given yet. */
function asItStood({ board }: EditContext, kind: CardKind, id: string): Moved {
	const before = board.get(kind, id)?.position ?? null;
	return { before, standing: standingOf(board, kind, id), hasReason: false };
}

function passWithReason(
	ctx: EditContext,
	plan: Plan,
	kind: CardKind,
	id: string,
	stage: string,
	reason: string
): void {
	if (!plans(ctx.actor) || ctx.actor.person === '') return;
	const judged = judgeMove(ctx.actor, kind, id, asItStood(ctx, kind, id), plan, ctx.today());
	if (!judged.entry || judged.entry.missing.length === 0) return;
	plan.write(kind, id, 'override', { stage, reason: reason.trim(), by: ctx.actor.person });
}

/** What the gates say to moving a card there, its modules included; writes nothing, cheap enough while hovering. */
export function askMove(ctx: EditContext, kind: CardKind, id: string, stage: string): Entry {
	const plan = new Plan(ctx.board);
	const followers = kind === 'projects' ? takeAlong(ctx, id, stage) : [];
	const rank = ctx.board.get(kind, id)?.position?.rank ?? 'a0';
	placeCard(ctx, plan, kind, id, stage, rank);
	for (const module of followers)
		plan.write('modules', module.id, 'position', {
			stage,
			rank: module.position?.rank ?? rank
		});
	const ask = (of: CardKind, card: string): Entry | undefined =>
		judgeMove(ctx.actor, of, card, asItStood(ctx, of, card), plan, ctx.today()).entry;
	const entry: Entry = ask(kind, id) ?? {
		allowed: true,
		missing: [],
		reminders: [],
		passed: [],
		backwards: false
	};
	for (const module of followers) {
		const own = ask('modules', module.id);
		if (!own) continue;
		entry.missing = [...entry.missing, ...ofModule(module.title, own.missing, entry.missing)];
		entry.reminders = [
			...entry.reminders,
			...ofModule(module.title, own.reminders, entry.reminders)
		];
		entry.allowed &&= own.allowed;
	}
	return entry;
}

/** What a module lacks by itself; what its project lacks in the same words is said once, for the project. */
function ofModule(title: string, own: Missing[], ofProject: Missing[]): Missing[] {
	return own
		.filter((one) => !ofProject.some((said) => said.text === one.text))
		.map((one) => ({ ...one, text: `${title}: ${one.text}` }));
}

export type NewProject = Partial<Omit<EntityIn<'projects'>, 'id' | 'position'>> & {
	title: string;
	/** Defaults to the first stage; a later one is asked like a move. */
	stage?: string;
};

/** Adds a project, at the end of its column where no place is given; returns its id. */
export function createProject(ctx: EditContext, given: NewProject & Slot): Outcome<string> {
	const { stage, before, after, ...fields } = given;
	const id: string = newId('prj', ctx.random, ctx.now());
	const target = stage ?? firstStage(stagesOf(ctx.board));
	if (target === '')
		return refuseEdit(
			'projects',
			id,
			'position',
			'GT',
			'Add a stage first: projects stand in stages.'
		);
	return attempt(ctx, (plan) => {
		const [rank = 'a0'] = ranksFor(ctx, 'projects', [id], { stage: target, before, after });
		plan.create('projects', id, { ...fields, position: { stage: target, rank } });
		return id;
	});
}

export type NewModule = Partial<Omit<EntityIn<'modules'>, 'id' | 'position'>> & {
	project: string;
	title: string;
	/** Defaults to the project's stage, or the last stage before it whose gates let the module in. */
	stage?: string;
};

/** Adds a module to a project; returns its id. */
export function createModule(ctx: EditContext, given: NewModule): Outcome<string> {
	const { stage, ...fields } = given;
	const id: string = newId('mod', ctx.random, ctx.now());
	const project = ctx.board.get('projects', given.project);
	if (!project)
		return refuseEdit('modules', id, 'project', 'P-5', 'Its project is not on this board.');
	const stages = stagesOf(ctx.board);
	const standsAt = standingOf(ctx.board, 'projects', project.id);
	const upTo = stages.slice(0, stages.findIndex((one) => one.id === standsAt) + 1).reverse();
	const targets = stage === undefined ? upTo.map((one) => one.id) : [stage];
	return attempt(ctx, (plan) => {
		for (const target of targets) {
			const [rank = 'a0'] = ranksFor(ctx, 'modules', [id], { stage: target });
			plan.create('modules', id, { ...fields, position: { stage: target, rank } });
			if (judgeMove(ctx.actor, 'modules', id, newCard, plan, ctx.today()).verdict.ok) break;
		}
		return id;
	});
}
