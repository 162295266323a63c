// A board, an actor and a dry run for the tests of this room.
import { emptyRows, makeRow, type BoardRows } from '#lib/model/board.ts';
import type { ImportChoices } from '#lib/model/import.ts';
import type { Actor } from '#lib/policy/roles.ts';
import { gatherFacts, type BoardFacts } from './board-facts.ts';
import { guessChoices, guessRest } from './choices.ts';
import { dryRun, type DryRun } from './dry-run.ts';
import { parseDelimited } from './delimited.ts';
import { runAtOnce } from './pace.ts';
import type { ReadFile } from './sheet.ts';

/** Three stages, two people. */
export function aBoard(
	fill: (rows: ReturnType<typeof emptyRows>) => void = () => undefined
): BoardFacts {
	const rows = emptyRows();
	for (const [i, name] of ['Requests', 'Build', 'Review & sign-off'].entries())
		rows.stages.set(`stg_${i}`, makeRow('stages', `stg_${i}`, { name, rank: `a${i}` }));
	for (const [id, name] of [
		['per_amara', 'Amara Okafor'],
		['per_jonas', 'Jonas Weber']
	] as const)
		rows.people.set(id, makeRow('people', id, { name, active: true, region: 'GB-ENG' }));
	fill(rows);
	return gatherFacts('brd_test', rows as BoardRows, [
		{ email: 'amara@harbour.example', person: 'per_amara' }
	]);
}

export function anActor(given: Partial<Actor> = {}): Actor {
	return { user: 'usr_owner', person: 'per_amara', role: 'owner', preset: 'standard', ...given };
}

/** A file as the reader hands it over. */
export function fileOf(text: string): ReadFile {
	const { rows, delimiter } = parseDelimited(text);
	return { kind: 'text', encoding: 'UTF-8', delimiter, sheets: [{ name: '', rows }] };
}

/** A dry run with the guess, or with what the test chooses over it. */
export function planOf(
	file: ReadFile,
	facts: BoardFacts,
	actor: Actor,
	name = 'plan.csv',
	chosen: Partial<ImportChoices> = {}
): DryRun {
	const guess = guessChoices(file, facts, name);
	const base =
		chosen.shape && chosen.shape !== guess.shape
			? guessRest(file, facts, name, { ...guess, shape: chosen.shape })
			: guess;
	return runAtOnce(dryRun(file, facts, { ...base, ...chosen }, name, actor));
}
