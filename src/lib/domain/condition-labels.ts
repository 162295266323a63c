// The conditions a gate can ask, and what they are called where gates are set up and shown.

export type ConditionMode = 'off' | 'remind' | 'require';

export type ConditionKey =
	| 'lead'
	| 'sponsor'
	| 'sized'
	| 'launch-date'
	| 'brief'
	| 'booked'
	| 'tasks-done'
	| 'checks-done'
	| 'not-blocked'
	| 'scope-approved'
	| 'storyboard-signoff'
	| 'sme-signoff'
	| 'qa-pass'
	| 'accessibility-pass'
	| 'legal-signoff'
	| 'lms-ready'
	| 'localisation-done'
	| 'launch-signoff'
	| 'mandatory-launch-signoff';

/** Absent = off. */
export type Gate = { [K in ConditionKey]?: ConditionMode };

/** Every condition, in the order people read them. */
export const conditionLabels: Record<ConditionKey, string> = {
	lead: 'Lead named',
	sponsor: 'Sponsor named',
	sized: 'Effort estimated',
	'launch-date': 'Launch date set',
	brief: 'Brief written',
	booked: 'Somebody booked',
	'tasks-done': 'Earlier tasks done',
	'checks-done': 'Checklist done',
	'not-blocked': 'Not blocked',
	'scope-approved': 'Scope approved',
	'storyboard-signoff': 'Storyboard signed off',
	'sme-signoff': 'SME sign-off',
	'qa-pass': 'QA passed',
	'accessibility-pass': 'Accessibility passed',
	'legal-signoff': 'Legal sign-off',
	'lms-ready': 'LMS ready',
	'localisation-done': 'Localisation done',
	'launch-signoff': 'Launch signed off',
	'mandatory-launch-signoff': 'Launch signed off (mandatory training only)'
};

export const conditionKeys = Object.keys(conditionLabels) as ConditionKey[];
