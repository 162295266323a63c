// What the commands on saved views have in common: their fields, whose a view is, and how many there may be.
import * as v from 'valibot';
import { ok, type Result } from '#lib/domain/result.ts';
import {
	queryOf,
	viewLimits,
	viewScreenNames,
	type NamedQuery,
	type ViewScreen
} from '#lib/model/saved-view.ts';
import type { CommandFacts } from '#lib/policy/commands.ts';
import type { Membership } from '../../db/memberships.ts';
import { findView, listViewsOf, type ViewRow } from '../../db/saved-views.ts';
import type { Reach } from '../../db/reach.ts';
import { notFound, problem, type CommandContext, type CommandDeps } from '../command.ts';
import { filledLine, id } from '../input.ts';

export const viewName = filledLine('The name', viewLimits.name);
export const viewQuery = v.pipe(
	v.string('The view is missing.'),
	v.maxLength(
		viewLimits.query,
		`A view's address may have ${viewLimits.query} characters; choose less to filter by.`
	),
	v.check((text) => text.isWellFormed(), 'The address of the view is damaged.')
);
export const namedQuery = {
	screen: v.picklist(viewScreenNames, 'Say which screen the view is of.'),
	name: viewName,
	query: viewQuery
};
/** A view that is there already. */
export const viewFields = { board: id('The board'), view: id('The view') };

/** The part of a query that a view of the screen keeps. */
export const trimQuery = (screen: ViewScreen, query: string): string =>
	queryOf(screen, new URLSearchParams(query));

/** P-50: a view nobody else sees is its owner's; one that is not shared and of somebody else is not found. */
export async function findViewFacts(
	deps: CommandDeps,
	actor: Membership,
	{ board, view }: { board: string; view: string }
): Promise<Result<CommandFacts>> {
	const found = await findView(deps.db.orm, board, actor.user, view);
	return found ? ok({ own: found.user !== null }) : notFound('saved view');
}

/** The view as it is now, which must still be as much the actor's as when the right was asked for. */
export async function takeView(
	{ tx, actor, facts }: CommandContext,
	{ board, view }: { board: string; view: string }
): Promise<Result<ViewRow>> {
	const found = await findView(tx, board, actor.user, view);
	if (!found) return notFound('saved view');
	if (facts.own === true && found.user === null)
		return problem('changed', 'It was shared meanwhile. Look at it again.');
	return ok(found);
}

/** P-51: refuses a name the owner has on that screen already, and a view too many; `but` is not counted. */
export async function checkRoom(
	tx: Reach,
	board: string,
	user: string | null,
	{ screen, name }: Pick<NamedQuery, 'screen' | 'name'>,
	but = ''
): Promise<Result<void>> {
	const others = (await listViewsOf(tx, board, user)).filter((one) => one.id !== but);
	const same = others.find(
		(one) => one.screen === screen && one.name.toLowerCase() === name.toLowerCase()
	);
	if (same)
		return problem(
			'given',
			user === null
				? `A shared view here is called “${same.name}” already. Choose another name.`
				: `You have a view called “${same.name}” here already. Choose another name.`,
			'name'
		);
	const most = user === null ? viewLimits.shared : viewLimits.own;
	if (others.length >= most)
		return problem(
			'limit',
			user === null
				? `A board shares at most ${most} views. Remove one that nobody uses.`
				: `You can save at most ${most} views on a board. Remove one you do not use.`
		);
	return ok(undefined);
}

/** What a command on one view answers. */
export interface ViewAnswer {
	view: string;
	/** Others see it, or saw it before. */
	shared: boolean;
}

/** Open pages read the views again: everybody's, or those of the login alone. */
export async function followViews(
	deps: CommandDeps,
	{ board }: { board: string },
	{ shared }: Pick<ViewAnswer, 'shared'>,
	{ user }: Membership
): Promise<void> {
	deps.collab.tellViews(board, shared ? undefined : user);
}
