// What a column's head says of its gate. Pure.

import {
	conditionKeys,
	conditionLabels,
	type ConditionKey,
	type Gate
} from '#lib/domain/condition-labels.ts';

/** The conditions a gate asks, required ones first, in the order people read them. */
export function askedConditions(
	gate: Gate
): { key: ConditionKey; mode: 'remind' | 'require'; label: string }[] {
	const asked = conditionKeys.flatMap((key) => {
		const mode = gate[key] ?? 'off';
		return mode === 'off' ? [] : [{ key, mode, label: conditionLabels[key] }];
	});
	return [
		...asked.filter((one) => one.mode === 'require'),
		...asked.filter((one) => one.mode === 'remind')
	];
}

/** "gate: SME sign-off +2", or "no gate". */
export function describeGate(gate: Gate): string {
	const asked = askedConditions(gate);
	const first = asked[0];
	if (!first) return 'no gate';
	const short = first.label.replace(/ \(.*\)$/, '');
	const more = asked.length > 1 ? ` +${asked.length - 1}` : '';
	return `gate: ${/^[A-Z][a-z]/.test(short) ? short[0]!.toLowerCase() + short.slice(1) : short}${more}`;
}
