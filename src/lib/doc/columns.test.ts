import { describe, expect, it } from 'vitest';
import { aBoard, aContext, valueOf } from '../../../tests/build.ts';
import { seeded } from '../../../tests/bench/ui/fill-board.ts';
import { createModule, createProject, moveCards } from './card-edits.ts';
import { columnsOf, Columns } from './columns.ts';
import { archive, restore } from './edits.ts';

describe('columns of modules', () => {
	it('leave out those of an archived project and take them back when it is restored', () => {
		const board = aBoard();
		const ctx = aContext(board);
		const project = valueOf(createProject(ctx, { title: 'Onboarding' }));
		const module = valueOf(createModule(ctx, { project, title: 'First day' }));
		const columns = columnsOf(board, 'modules');
		expect(columns.cards('stg_idea')).toEqual([module]);
		archive(ctx, 'projects', [project]);
		expect(columns.cards('stg_idea')).toEqual([]);
		expect(columns.stageOf(module)).toBeUndefined();
		restore(ctx, 'projects', [project]);
		expect(columns.cards('stg_idea')).toEqual([module]);
	});

	it('keep the array of a column whose cards have not changed', () => {
		const board = aBoard();
		const ctx = aContext(board);
		const project = valueOf(createProject(ctx, { title: 'Onboarding', effortMinutes: 60 }));
		valueOf(createProject(ctx, { title: 'Safety' }));
		const columns = columnsOf(board, 'projects');
		const before = columns.cards('stg_launch');
		moveCards(ctx, 'projects', [project], { stage: 'stg_build' });
		expect(columns.stageOf(project)).toBe('stg_build');
		expect(columns.cards('stg_launch')).toBe(before);
	});
});

describe('columns kept as rows change', () => {
	it.each(['projects', 'modules'] as const)('stand as %s sorted anew do', (kind) => {
		const random = seeded(kind.length);
		const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
		const board = aBoard();
		const ctx = aContext(board);
		const stages = [...board.all('stages')].map((stage) => stage.id);
		const projects: string[] = [];
		const modules: string[] = [];
		const kept = columnsOf(board, kind);
		// Past the gates, and with few ranks, so that many are equal and the ids decide.
		const place = (of: 'projects' | 'modules', id: string): void =>
			board.write(of, id, 'position', { stage: pick(stages), rank: pick(['a0', 'a1', 'a2']) });
		for (let step = 0; step < 300; step++) {
			const roll = random();
			if (projects.length < 3 || roll < 0.2)
				projects.push(valueOf(createProject(ctx, { title: `P${step}`, effortMinutes: 60 })));
			else if (modules.length < 3 || roll < 0.4)
				modules.push(valueOf(createModule(ctx, { project: pick(projects), title: `M${step}` })));
			else if (roll < 0.6) place('projects', pick(projects));
			else if (roll < 0.85) place('modules', pick(modules));
			else if (roll < 0.93) archive(ctx, 'projects', [pick(projects)]);
			else restore(ctx, 'projects', [pick(projects)]);
			// Read after some changes only: several may wait.
			if (random() < 0.5) continue;
			const anew = new Columns(board, kind);
			for (const stage of stages) expect(kept.cards(stage)).toEqual(anew.cards(stage));
		}
		expect(stages.filter((stage) => kept.cards(stage).length > 0).length).toBeGreaterThan(1);
	});
});
