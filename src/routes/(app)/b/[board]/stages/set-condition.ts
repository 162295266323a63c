// A gate with one of its conditions set. Conditions that are off are not written down.
import type { ConditionKey, Gate } from '#lib/domain/gates.ts';

export type Mode = 'off' | 'remind' | 'require';

export function setCondition(gate: Gate, key: ConditionKey, mode: Mode): Gate {
	const { [key]: _before, ...rest } = gate;
	return mode === 'off' ? rest : { ...rest, [key]: mode };
}

/** `8` is a limit, nothing is none; anything else is not understood. */
export function readLimit(text: string): number | null | undefined {
	const word = text.trim();
	if (word === '') return null;
	const limit = Number(word);
	return Number.isInteger(limit) && limit >= 1 && limit <= 999 ? limit : undefined;
}
