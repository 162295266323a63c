// Gives a new board the stages of a workflow. A board that has any stage is left alone.
import { newId } from '#lib/domain/ids.ts';
import { defaultWorkflow, workflows } from '#lib/domain/workflows.ts';
import { ranksBetween } from '#lib/doc/rank.ts';
import { secureRandom } from '../row-id.ts';
import type { CommandDeps } from './command.ts';

export async function layStages(
	deps: Pick<CommandDeps, 'collab' | 'clock'>,
	board: string,
	user: string,
	workflowKey: string
): Promise<void> {
	const { stages } = workflows.find((one) => one.key === workflowKey) ?? defaultWorkflow;
	const ranks = ranksBetween(null, null, stages.length, secureRandom);
	await deps.collab.edit(board, user, 'command', (doc) => {
		if (doc.rows('stages').size > 0) return;
		for (const [i, { name, phase, gate, softLimit }] of stages.entries())
			doc.create('stages', newId('stg', secureRandom, deps.clock.now()), {
				...{ name, phase, gate, softLimit },
				rank: ranks[i] ?? ''
			});
	});
}
