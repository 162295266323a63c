import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { projectBoard } from './projector.ts';

it('gives no more minutes than a row takes, however many modules say the most', () => {
	const board = new BoardDoc(new Y.Doc());
	board.create('projects', 'prj_vast', { title: 'Vast' });
	for (let i = 0; i < 300; i++)
		board.create('modules', `mod_${i}`, { project: 'prj_vast', effortMinutes: 10_000_000 });
	expect(projectBoard(board).projects.get('prj_vast')?.effortMinutes).toBe(2 ** 31 - 1);
});
