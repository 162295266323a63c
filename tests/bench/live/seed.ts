// Two thousand cards, brought onto the demo's board through the server as its owner would bring them: made a hundred at a
// time in the first stage, then moved on past the gates with a reason.
import { createProject, moveCards } from '#lib/doc/card-edits.ts';
import type { Outcome } from '#lib/doc/edit-context.ts';
import type { Member } from '../../chaos/member.ts';

const AT_ONCE = 100;

/** Fills the board up to `total` projects over all stages; resolves when all is acknowledged. */
export async function seedCards(member: Member, total: number): Promise<void> {
	const context = member.as('owner');
	const stages = [...member.board.all('stages')].sort((a, b) => (a.rank < b.rank ? -1 : 1));
	for (let batch = 0; member.board.rows('projects').size < total; batch++) {
		const have = member.board.rows('projects').size;
		const ids: string[] = [];
		member.write(() => {
			for (let i = have; i < Math.min(have + AT_ONCE, total); i++)
				ids.push(valueOf(createProject(context, { title: `Course ${i}`, code: `B-${i}` })));
		});
		await member.settled();
		const stage = stages[batch % stages.length]!;
		if (stage === stages[0]) continue;
		valueOf(moveCards(context, 'projects', ids, { stage: stage.id }, 'Seeded for the bench'));
		await member.settled();
	}
	const [denied] = member.messages;
	if (denied) throw new Error(`seeding was refused: ${JSON.stringify(denied)}`);
}

function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`seeding was refused: ${JSON.stringify(outcome.denied)}`);
	return outcome.value;
}
