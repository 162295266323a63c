// What the conditions of a gate find in the facts of one card, and the words for what is missing.
// Decides nothing about moves: gates.ts does.
import type { ConditionKey } from './condition-labels.ts';
import type { Duties, DutyKey } from './duties.ts';

export type ApprovalKind =
	| 'scope'
	| 'storyboard'
	| 'sme'
	| 'qa'
	| 'accessibility'
	| 'legal'
	| 'lms'
	| 'localisation'
	| 'launch';

/** One project or module: everything a gate may ask. */
export interface CardFacts {
	kind: 'project' | 'module';
	id: string;
	title: string;
	stage: string;
	mandatory: boolean;
	effortMinutes: number | null;
	launch: string | null;
	brief: string;
	blocked: string;
	/** Already merged: the module's, else the project's, else the board's. */
	duties: Duties;
	ownerPerson: string;
	/** Live allocations on it. */
	bookings: number;
	tasks: { stage: string; done: boolean }[];
	checks: { done: boolean }[];
	approvals: { kind: ApprovalKind; by: string; at: number; solo: boolean }[];
	/** Who has been asked, since which day. */
	requested: { kind: ApprovalKind; of: string; since: string }[];
}

interface Words {
	/** Completes "<stage> needs ...". */
	missing: string;
	/** What to do, or what to ask somebody to do: "sign off the storyboard". */
	todo: string;
	duty?: DutyKey;
	approval?: ApprovalKind;
}

const signOff = (approval: ApprovalKind, duty: DutyKey, missing: string, todo: string): Words => ({
	missing,
	todo,
	duty,
	approval
});

/** Words for refusals; `duty` and `approval` where somebody has to say yes. */
export const conditionWords: Record<ConditionKey, Words> = {
	lead: { missing: 'a lead', todo: 'name a lead', duty: 'lead' },
	sponsor: { missing: 'a sponsor', todo: 'name a sponsor', duty: 'sponsor' },
	sized: { missing: 'an effort estimate', todo: 'estimate the effort' },
	'launch-date': { missing: 'a launch date', todo: 'set a launch date' },
	brief: { missing: 'a brief', todo: 'write the brief' },
	booked: { missing: 'somebody booked', todo: 'book somebody on it' },
	'tasks-done': { missing: 'the earlier tasks done', todo: 'finish the open tasks' },
	'checks-done': { missing: 'the checklist done', todo: 'finish the checklist' },
	'not-blocked': { missing: 'nothing in the way', todo: 'clear the block' },
	'scope-approved': signOff('scope', 'sponsor', 'an approved scope', 'approve the scope'),
	'storyboard-signoff': signOff(
		'storyboard',
		'sme',
		'a storyboard sign-off',
		'sign off the storyboard'
	),
	'sme-signoff': signOff('sme', 'sme', 'an SME sign-off', 'sign off the content'),
	'qa-pass': signOff('qa', 'qa', 'a QA pass', 'record the QA pass'),
	'accessibility-pass': signOff(
		'accessibility',
		'accessibility',
		'an accessibility pass',
		'record the accessibility pass'
	),
	'legal-signoff': signOff('legal', 'legal', 'a legal sign-off', 'sign off the legal side'),
	'lms-ready': signOff('lms', 'lms', 'the LMS set up', 'confirm that the LMS is set up'),
	'localisation-done': signOff(
		'localisation',
		'localisation',
		'the localisation done',
		'confirm the localisation'
	),
	'launch-signoff': signOff('launch', 'sponsor', 'a launch sign-off', 'sign off the launch'),
	'mandatory-launch-signoff': signOff(
		'launch',
		'sponsor',
		'a launch sign-off, as this is mandatory training',
		'sign off the launch'
	)
};

/**
 * GT-6, GT-7: null when the condition holds, else what is in the way in a few words ('' when the
 * condition's own words say it all). `earlier` are the ids of the stages before the gate.
 */
export function findLack(
	card: CardFacts,
	key: ConditionKey,
	standsAt: string,
	earlier: ReadonlySet<string>,
	known: ReadonlySet<string>
): string | null {
	const approval = conditionWords[key].approval;
	if (approval !== undefined)
		return card.approvals.some((given) => given.kind === approval) ? null : '';
	switch (key) {
		case 'lead':
		case 'sponsor':
			return (card.duties[key] ?? '') === '' ? '' : null;
		case 'sized':
			return card.effortMinutes === null ? '' : null;
		case 'launch-date':
			return card.launch === null || card.launch === '' ? '' : null;
		case 'brief':
			return card.brief.trim() === '' ? '' : null;
		case 'booked':
			return card.bookings > 0 ? null : '';
		case 'tasks-done': {
			const open = card.tasks.filter(
				(task) => !task.done && earlier.has(known.has(task.stage) ? task.stage : standsAt)
			).length;
			return open === 0 ? null : open === 1 ? '1 task is open' : `${open} tasks are open`;
		}
		case 'checks-done': {
			const open = card.checks.filter((check) => !check.done).length;
			return open === 0 ? null : `${open} of ${card.checks.length} still to tick`;
		}
		case 'not-blocked':
			return card.blocked.trim() === '' ? null : `Blocked: ${card.blocked.trim()}`;
		default:
			throw new Error(`Unknown condition "${key}". Add it to findLack.`);
	}
}
