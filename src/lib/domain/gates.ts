// May a card enter a stage? A stage is a column, its gate the conditions for entering it.
// Says what is missing, who has it and what to do; writes nothing and knows no roles.
import { conditionKeys, type ConditionKey, type Gate } from './condition-labels.ts';
import { conditionWords, findLack } from './conditions.ts';
import type { ApprovalKind, CardFacts } from './conditions.ts';
import { daysBetween } from './days.ts';
import { dutyWords, resolveDuty } from './duties.ts';
import type { DutyHolder, DutyKey } from './duties.ts';
import { inOrder } from './rank.ts';

export { conditionKeys, conditionLabels } from './condition-labels.ts';
export type { ConditionKey, ConditionMode, Gate } from './condition-labels.ts';
export { conditionWords } from './conditions.ts';
export type { CardFacts } from './conditions.ts';
export { dutyWords, resolveDuty } from './duties.ts';
export type { Duties, DutyKey } from './duties.ts';
export { checkSetup } from './gate-setup.ts';
export { stageOfProject } from './project-stage.ts';

export interface StageFacts {
	id: string;
	name: string;
	rank: string;
	gate: Gate;
	softLimit: number | null;
}

export interface Missing {
	condition: ConditionKey;
	mode: 'remind' | 'require';
	stage: string;
	stageName: string;
	/** "Review needs a storyboard sign-off. Sam has had it 9 days." */
	text: string;
	/** "Ask Sam to sign off the storyboard, or move anyway with a reason" */
	remedy: string;
	duty?: DutyKey;
	/** Person id or 'team'. */
	waitingOn?: string;
	coveredBy?: 'lead' | 'owner';
	sinceDays?: number;
}

export interface Entry {
	allowed: boolean;
	/** What refuses the move. */
	missing: Missing[];
	/** What is only worth saying. */
	reminders: Missing[];
	/** Ids of the stages whose gate was walked, in order. */
	passed: string[];
	backwards: boolean;
}

type NameOf = (personId: string) => string;

/**
 * May this card enter `to`? GT-1: forward over several stages asks each gate passed. GT-2: backwards
 * and reordering within a stage ask nothing. GT-3: only `require` refuses. An unknown stage is
 * refused; a card whose own stage is gone stands at the first one. `today` gives the ages.
 */
export function canEnter(
	card: CardFacts,
	to: string,
	stages: StageFacts[],
	today: string,
	nameOf: NameOf
): Entry {
	const ordered = inOrder(stages);
	const target = ordered.findIndex((stage) => stage.id === to);
	if (target < 0) return refuseUnknown(to);
	const from = Math.max(
		0,
		ordered.findIndex((stage) => stage.id === card.stage)
	);
	const walked = ordered.slice(from + 1, target + 1);
	const known = new Set(ordered.map((stage) => stage.id));
	const standsAt = ordered[from]?.id ?? '';
	const missing = new Map<ConditionKey, Missing>();
	const reminders = new Map<ConditionKey, Missing>();
	for (const [index, stage] of walked.entries()) {
		const earlier = new Set(ordered.slice(0, from + 1 + index).map((before) => before.id));
		for (const key of conditionKeys) {
			const mode = stage.gate[key] ?? 'off';
			if (mode === 'off' || !isAsked(card, key)) continue;
			const found = mode === 'require' ? missing : reminders;
			if (found.has(key)) continue;
			const lack = findLack(card, key, standsAt, earlier, known);
			if (lack !== null) found.set(key, describe(card, key, mode, stage, lack, today, nameOf));
		}
	}
	for (const key of missing.keys()) reminders.delete(key);
	if (missing.has('mandatory-launch-signoff')) {
		missing.delete('launch-signoff');
		reminders.delete('launch-signoff');
	}
	return {
		allowed: missing.size === 0,
		missing: [...missing.values()],
		reminders: [...reminders.values()],
		passed: walked.map((stage) => stage.id),
		backwards: target < from
	};
}

/** GT-4, GT-5: not asked when its duty is not used here, or for mandatory training only. */
function isAsked(card: CardFacts, key: ConditionKey): boolean {
	if (key === 'mandatory-launch-signoff' && !card.mandatory) return false;
	const duty = conditionWords[key].duty;
	return duty === undefined || resolveDuty(card.duties, duty, card.ownerPerson).kind !== 'unused';
}

function refuseUnknown(to: string): Entry {
	const missing: Missing = {
		condition: 'not-blocked',
		mode: 'require',
		stage: to,
		stageName: '',
		text: 'This stage is not on the board any more.',
		remedy: 'Choose another stage'
	};
	return { allowed: false, missing: [missing], reminders: [], passed: [], backwards: false };
}

function describe(
	card: CardFacts,
	condition: ConditionKey,
	mode: 'remind' | 'require',
	stage: StageFacts,
	lack: string,
	today: string,
	nameOf: NameOf
): Missing {
	const words = conditionWords[condition];
	const sentences = [`${stage.name} needs ${words.missing}.`];
	const missing: Missing = {
		condition,
		mode,
		stage: stage.id,
		stageName: stage.name,
		text: '',
		remedy: ''
	};
	if (words.duty) missing.duty = words.duty;
	let asked = '';
	if (words.approval) {
		const holder = resolveDuty(card.duties, words.duty ?? 'lead', card.ownerPerson);
		asked = askForApproval(card, words.approval, holder, missing, sentences, today, nameOf);
	} else {
		if (lack !== '') sentences.push(lack.endsWith('.') ? lack : `${lack}.`);
		const holder = resolveDuty(card.duties, 'lead', card.ownerPerson);
		if (condition !== 'lead') waitOn(holder, missing);
	}
	const anyway = mode === 'require' ? 'or move anyway with a reason' : 'or move anyway';
	missing.text = sentences.join(' ');
	missing.remedy = asked
		? `Ask ${asked} to ${words.todo}, ${anyway}`
		: `${words.todo.charAt(0).toUpperCase()}${words.todo.slice(1)}, ${anyway}`;
	return missing;
}

function waitOn(holder: DutyHolder, missing: Missing): void {
	if (holder.kind === 'team') missing.waitingOn = 'team';
	if (holder.kind !== 'person' || holder.person === '') return;
	missing.waitingOn = holder.person;
	if (holder.coveredBy !== 'self') missing.coveredBy = holder.coveredBy;
}

/** GT-8, GT-9: names who has it and since when, or who is to be asked; returns that name. */
function askForApproval(
	card: CardFacts,
	kind: ApprovalKind,
	holder: DutyHolder,
	missing: Missing,
	sentences: string[],
	today: string,
	nameOf: NameOf
): string {
	waitOn(holder, missing);
	const request = card.requested
		.filter((one) => one.kind === kind)
		.sort((a, b) => (a.since !== b.since ? (a.since < b.since ? -1 : 1) : a.of < b.of ? -1 : 1))[0];
	if (request) {
		if (request.of !== '' && request.of !== missing.waitingOn) {
			delete missing.coveredBy;
			missing.waitingOn = request.of;
		}
		missing.sinceDays = Math.max(0, daysBetween(request.since, today));
	}
	const who = missing.waitingOn;
	if (who === undefined) {
		sentences.push('Nobody has this duty yet.');
		return 'somebody';
	}
	const name = who === 'team' ? 'the team' : nameOf(who);
	const subject = who === 'team' ? 'The team' : name;
	if (missing.sinceDays === undefined) {
		if (missing.coveredBy && missing.duty)
			sentences.push(`${capitalise(dutyWords[missing.duty])} is covered by ${name}.`);
		else sentences.push(`${subject} has not been asked yet.`);
	} else if (missing.sinceDays === 0) sentences.push(`${subject} was asked today.`);
	else
		sentences.push(
			`${subject} has had it ${missing.sinceDays} ${missing.sinceDays === 1 ? 'day' : 'days'}.`
		);
	return name;
}

function capitalise(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
