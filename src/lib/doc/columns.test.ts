import { describe, expect, it } from 'vitest';
import { aBoard, aContext, valueOf } from '../../../tests/build.ts';
import { createModule, createProject, moveCards } from './card-edits.ts';
import { columnsOf } from './columns.ts';
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
