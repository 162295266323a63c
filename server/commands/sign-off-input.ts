// What a sign-off is about, and what the board says of it. Refuses a card that is not on the board.
import * as v from 'valibot';
import type { ApprovalKind } from '#lib/domain/conditions.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { approvalKinds } from '#lib/model/people.ts';
import { leads } from '#lib/policy/can.ts';
import type { CommandFacts } from '#lib/policy/commands.ts';
import type { Membership } from '../db/memberships.ts';
import { notFound, type CommandDeps } from './command.ts';
import { id, optionalId } from './input.ts';

export const subjectFields = {
	board: id('The board'),
	project: id('The project'),
	/** Empty for the project as a whole. */
	module: v.optional(optionalId('The module'), ''),
	kind: v.picklist(Object.keys(approvalKinds) as ApprovalKind[], 'Choose what is signed off.')
};

interface Subject {
	board: string;
	project: string;
	module: string;
}

/** Whether the actor leads what the sign-off is about, as the board stands. */
export function findLeading(
	deps: CommandDeps,
	actor: Membership,
	{ board, project, module }: Subject
): Promise<Result<CommandFacts>> {
	return deps.collab.read(board, (doc): Result<CommandFacts> => {
		if (!doc.get('projects', project)) return notFound('project');
		if (module !== '' && doc.get('modules', module)?.project !== project) return notFound('module');
		return ok({ leading: leads(doc, actor.person, project, module) });
	});
}
