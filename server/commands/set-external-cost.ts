// What a project costs outside the team: vendors, licences, actors. Kept beside the board, never on it.
import * as v from 'valibot';
import { ok, type Result } from '#lib/domain/result.ts';
import type { CommandFacts } from '#lib/policy/commands.ts';
import { putExternalCost } from '../db/organisation.ts';
import { notFound, type Command } from './command.ts';
import { id } from './input.ts';

const schema = v.object({
	board: id('The board'),
	project: id('The project'),
	/** In the currency's smallest unit; null for none said. */
	amountMinor: v.nullable(
		v.pipe(
			v.number('The cost must be a number.'),
			v.integer('The cost must be a number with as many decimals as its currency has.'),
			v.minValue(0, 'A cost cannot be less than nothing.'),
			v.maxValue(1e12, 'The cost is too high.')
		)
	)
});

export const setExternalCost: Command<v.InferOutput<typeof schema>, void> = {
	name: 'set-external-cost',
	schema,
	async findFacts(deps, _actor, { board, project }): Promise<Result<CommandFacts>> {
		const found = await deps.collab.read(board, (doc) => doc.get('projects', project));
		return found ? ok({}) : notFound('project');
	},
	async write({ tx }, { board, project, amountMinor }) {
		await putExternalCost(tx, board, project, amountMinor);
		return ok(undefined);
	}
};
