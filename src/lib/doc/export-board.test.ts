import { describe, expect, it } from 'vitest';
import { aBoard, anEmptyBoard } from '../../../tests/build.ts';
import { collectionNames } from '#lib/model/board.ts';
import { exportBoard } from './export-board.ts';

describe('a board as plain data', () => {
	it('holds every collection, rows by id and fields in their order', () => {
		const told = exportBoard(aBoard());
		expect(Object.keys(told)).toEqual(['format', ...collectionNames]);
		expect(told.stages.map((stage) => stage.id)).toEqual(['stg_build', 'stg_done', 'stg_idea']);
		expect(Object.keys(told.stages[0]!).slice(0, 3)).toEqual(['id', 'name', 'rank']);
	});

	it('is the same for the same content, however it came about', () => {
		const straight = anEmptyBoard(1);
		straight.create('projects', 'prj_a', { title: 'A', position: { stage: 's', rank: 'a0' } });
		straight.create('projects', 'prj_b', { title: 'B' });
		const winding = anEmptyBoard(2);
		winding.create('projects', 'prj_b', { title: 'Draft' });
		winding.create('projects', 'prj_a', { title: 'A' });
		winding.write('projects', 'prj_a', 'position', { rank: 'a0', stage: 's' });
		winding.write('projects', 'prj_b', 'title', 'B');
		expect(JSON.stringify(exportBoard(winding))).toBe(JSON.stringify(exportBoard(straight)));
	});
});
