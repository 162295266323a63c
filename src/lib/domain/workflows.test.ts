import { describe, expect, it } from 'vitest';
import { conditionLabels } from './condition-labels.ts';
import { defaultWorkflow, fullWorkflow, workflows } from './workflows.ts';

describe('workflows', () => {
	it('GT-13 seven stages by default, fourteen as an option in the same phases', () => {
		expect(defaultWorkflow.stages.map((stage) => stage.name)).toEqual([
			'Requests',
			'Scope & plan',
			'Design',
			'Build',
			'Review & sign-off',
			'Launch',
			'Measure'
		]);
		expect(fullWorkflow.stages).toHaveLength(14);
		const phases = [...new Set(fullWorkflow.stages.map((stage) => stage.phase))];
		expect(phases).toEqual(defaultWorkflow.stages.map((stage) => stage.name));
	});

	it('GT-13 everything reminds; only the launch sign-off of mandatory training is required', () => {
		for (const workflow of workflows) {
			const required = workflow.stages.flatMap((stage) =>
				Object.entries(stage.gate).flatMap(([key, mode]) =>
					mode === 'require' ? [`${stage.name}: ${key}`] : []
				)
			);
			expect(required).toEqual(['Launch: mandatory-launch-signoff']);
			for (const stage of workflow.stages)
				for (const key of Object.keys(stage.gate)) expect(conditionLabels).toHaveProperty([key]);
			expect(Object.keys(workflow.stages[0]!.gate)).toEqual([]);
			expect(new Set(workflow.stages.map((stage) => stage.key)).size).toBe(workflow.stages.length);
		}
	});

	it('GT-13 every sign-off is asked for somewhere in both workflows', () => {
		for (const workflow of workflows) {
			const asked = new Set(workflow.stages.flatMap((stage) => Object.keys(stage.gate)));
			for (const key of ['scope-approved', 'storyboard-signoff', 'sme-signoff', 'qa-pass'])
				expect(asked.has(key), `${workflow.key}: ${key}`).toBe(true);
			for (const key of ['accessibility-pass', 'legal-signoff', 'lms-ready', 'localisation-done'])
				expect(asked.has(key), `${workflow.key}: ${key}`).toBe(true);
		}
	});
});
