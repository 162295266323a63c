// Workflows a board can start with. Everything reminds; only the launch sign-off of mandatory training
// is required out of the box. Soft limits are our own defaults, to be changed.
import type { ConditionKey, Gate } from './condition-labels.ts';

export interface WorkflowStage {
	/** Stable within the workflow; the board gives real ids. */
	key: string;
	name: string;
	/** Stages of one phase can be shown as one column. */
	phase: string;
	gate: Gate;
	/** Cards before the column says it is full; null is no limit. */
	softLimit: number | null;
}

export interface Workflow {
	key: string;
	name: string;
	stages: readonly WorkflowStage[];
}

function stage(
	key: string,
	name: string,
	phase: string,
	softLimit: number | null,
	reminders: readonly ConditionKey[] = [],
	required: readonly ConditionKey[] = []
): WorkflowStage {
	const gate: Gate = {};
	for (const condition of reminders) gate[condition] = 'remind';
	for (const condition of required) gate[condition] = 'require';
	return { key, name, phase, gate, softLimit };
}

/** GT-13: seven columns, each its own phase. */
export const defaultWorkflow: Workflow = {
	key: 'seven',
	name: 'Seven stages',
	stages: [
		stage('requests', 'Requests', 'Requests', null),
		stage('scope', 'Scope & plan', 'Scope & plan', 8, ['sponsor']),
		stage('design', 'Design', 'Design', 6, ['lead', 'sized', 'brief', 'scope-approved', 'booked']),
		stage('build', 'Build', 'Build', 8, ['storyboard-signoff', 'not-blocked']),
		stage('review', 'Review & sign-off', 'Review & sign-off', 6, [
			'storyboard-signoff',
			'tasks-done'
		]),
		stage(
			'launch',
			'Launch',
			'Launch',
			4,
			[
				'launch-date',
				'checks-done',
				'sme-signoff',
				'qa-pass',
				'accessibility-pass',
				'legal-signoff',
				'localisation-done',
				'lms-ready'
			],
			['mandatory-launch-signoff']
		),
		stage('measure', 'Measure', 'Measure', null, ['tasks-done'])
	]
};

/** GT-13: the fourteen stages of the full method; the phases are the seven above. */
export const fullWorkflow: Workflow = {
	key: 'fourteen',
	name: 'Fourteen stages',
	stages: [
		stage('intake', 'Intake', 'Requests', null),
		stage('needs', 'Needs analysis', 'Requests', 6, ['sponsor']),
		stage('prioritised', 'Prioritised', 'Requests', null, ['sized']),
		stage('scoped', 'Scoped & resourced', 'Scope & plan', 6, ['lead', 'sponsor']),
		stage('brief', 'Content brief', 'Design', 4, ['scope-approved', 'booked']),
		stage('storyboard', 'Storyboard', 'Design', 4, ['brief']),
		stage('development', 'Development', 'Build', 8, ['storyboard-signoff', 'not-blocked']),
		stage('qa', 'Internal QA', 'Build', 4, ['tasks-done']),
		stage('sme', 'SME review', 'Review & sign-off', 4, ['qa-pass']),
		stage('accessibility', 'Accessibility & compliance', 'Review & sign-off', 4, ['sme-signoff']),
		stage('localisation', 'Localisation', 'Review & sign-off', null, [
			'accessibility-pass',
			'legal-signoff'
		]),
		stage('packaging', 'Packaging & LMS', 'Launch', 4, ['localisation-done', 'checks-done']),
		stage(
			'launch',
			'Launch',
			'Launch',
			4,
			['launch-date', 'lms-ready'],
			['mandatory-launch-signoff']
		),
		stage('measure', 'Measure & iterate', 'Measure', null, ['tasks-done'])
	]
};

export const workflows: readonly Workflow[] = [defaultWorkflow, fullWorkflow];
