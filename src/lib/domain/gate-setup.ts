// Rules nobody can satisfy, found when a board is set up and never at the drop (GT-11).
import { conditionKeys, type ConditionKey, type Gate } from './condition-labels.ts';
import { conditionWords } from './conditions.ts';
import { dutyWords, resolveDuty } from './duties.ts';
import type { Duties } from './duties.ts';

interface StageGate {
	id: string;
	name: string;
	gate: Gate;
}

export interface SetupProblem {
	stage: string;
	condition: ConditionKey;
	text: string;
}

/**
 * GT-11: sign-offs whose duty rests with nobody active, and required ones that are never asked
 * because their duty is not used here. `duties` are the board's defaults.
 */
export function checkSetup(
	stages: StageGate[],
	duties: Duties,
	ownerPerson: string,
	activePeople: string[]
): SetupProblem[] {
	const active = new Set(activePeople);
	const problems: SetupProblem[] = [];
	for (const stage of stages) {
		for (const condition of conditionKeys) {
			const mode = stage.gate[condition] ?? 'off';
			const { approval, duty, missing } = conditionWords[condition];
			if (mode === 'off' || approval === undefined || duty === undefined) continue;
			const holder = resolveDuty(duties, duty, ownerPerson);
			const report = (why: string): number =>
				problems.push({
					stage: stage.id,
					condition,
					text: `${stage.name} asks for ${missing}, but ${why}`
				});
			const name = dutyWords[duty];
			if (holder.kind === 'unused') {
				if (mode === 'require')
					report(
						`${name} is "not used here", so it is never asked. Name somebody, or turn it off.`
					);
			} else if (holder.kind === 'team') {
				if (active.size === 0) report('the team has nobody in it yet. Add people.');
			} else if (holder.person === '') {
				report(`nobody covers ${name}. Name somebody, the team, or "not used here".`);
			} else if (!active.has(holder.person)) {
				const whose = holder.coveredBy === 'self' ? `for ${name}` : `who covers ${name}`;
				report(`the person ${whose} is not active. Name somebody else, or the team.`);
			}
		}
	}
	return problems;
}
