import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { anEmptyBoard, seeded } from '../../../tests/build.ts';
import { BoardDoc, type Touched } from './board-doc.ts';

function pair(): [BoardDoc, BoardDoc] {
	const [a, b] = [anEmptyBoard(1), anEmptyBoard(2)];
	a.doc.on('update', (update: Uint8Array) => Y.applyUpdate(b.doc, update));
	return [a, b];
}

describe('BoardDoc', () => {
	it('reads records overlaid with patches, its own and those of others', () => {
		const [a, b] = pair();
		a.create('projects', 'prj_1', { title: 'One' });
		a.write('projects', 'prj_1', 'title', 'Two');
		for (const board of [a, b, new BoardDoc(b.doc)]) {
			expect(board.get('projects', 'prj_1')?.title).toBe('Two');
			expect(board.patchedFields('projects', 'prj_1')).toEqual(['title']);
			expect(board.recordValue('projects', 'prj_1', 'title')).toBe('One');
			expect(board.lastWriter('projects', 'prj_1', 'title')).toBe(1);
		}
		a.doc.getMap('projects+').delete('prj_1/title');
		expect(b.get('projects', 'prj_1')?.title).toBe('One');
		expect(b.patchedFields('projects', 'prj_1')).toEqual([]);
	});

	it('takes a record away with its patches, and a late patch does not bring it back', () => {
		const [a, b] = pair();
		a.create('projects', 'prj_1', { title: 'One' });
		a.write('projects', 'prj_1', 'title', 'Two');
		a.remove('projects', 'prj_1');
		b.doc.getMap('projects+').set('prj_1/title', 'Late');
		expect(b.get('projects', 'prj_1')).toBeUndefined();
		expect(b.lastWriter('projects', 'prj_1', 'brief')).toBeNull();
		expect(() => b.write('projects', 'prj_1', 'title', 'x')).toThrow(/no such record/);
	});

	it('refuses an id that is taken', () => {
		const board = anEmptyBoard();
		board.create('stages', 'stg_1', { name: 'A' });
		expect(() => board.create('stages', 'stg_1', { name: 'B' })).toThrow(/taken/);
	});

	it('tells once a transaction which rows it touched', () => {
		const [a, b] = pair();
		const heard: Touched[] = [];
		const stop = b.subscribe((touched) => heard.push(touched));
		a.doc.transact(() => {
			a.create('stages', 'stg_1', { name: 'A' });
			a.write('stages', 'stg_1', 'name', 'B');
			a.create('tasks', 'tsk_1', { title: 'T' });
		});
		expect(heard).toHaveLength(1);
		expect([...heard[0]!].map(([name, ids]) => [name, [...ids]])).toEqual([
			['stages', ['stg_1']],
			['tasks', ['tsk_1']]
		]);
		stop();
		a.write('stages', 'stg_1', 'name', 'C');
		expect(heard).toHaveLength(1);
	});

	it('keeps rows that did not change as the same objects', () => {
		const [a, b] = pair();
		a.create('stages', 'stg_1', { name: 'A' });
		a.create('stages', 'stg_2', { name: 'B' });
		const before = b.get('stages', 'stg_2');
		a.write('stages', 'stg_1', 'name', 'C');
		expect(b.get('stages', 'stg_2')).toBe(before);
	});

	it('answers `where` from an index that follows every change', () => {
		const random = seeded(7);
		const [a, b] = pair();
		b.where('tasks', 'project', 'prj_0');
		for (let i = 0; i < 400; i++) {
			const id = `tsk_${Math.floor(random() * 40)}`;
			const project = `prj_${Math.floor(random() * 4)}`;
			if (!a.get('tasks', id)) a.create('tasks', id, { project });
			else if (random() < 0.2) a.remove('tasks', id);
			else a.write('tasks', id, 'project', project);
			const indexed = b.where('tasks', 'project', project).map((row) => row.id);
			const all = [...b.all('tasks')].filter((row) => row.project === project);
			expect(indexed.sort()).toEqual(all.map((row) => row.id).sort());
		}
	});

	it('reads a row again in the middle of a transaction when asked', () => {
		const board = anEmptyBoard();
		board.create('stages', 'stg_1', { name: 'A' });
		board.doc.transact(() => {
			board.write('stages', 'stg_1', 'name', 'B');
			expect(board.get('stages', 'stg_1')?.name).toBe('A');
			board.refresh('stages', 'stg_1');
			expect(board.get('stages', 'stg_1')?.name).toBe('B');
			board.doc.getMap('stages+').delete('stg_1/name');
			board.refresh('stages', 'stg_1');
			expect(board.get('stages', 'stg_1')?.name).toBe('A');
		});
	});

	it('leaves unknown roots and keys alone', () => {
		const board = anEmptyBoard();
		board.doc.getMap('later').set('x', 1);
		board.doc.getMap('stages+').set('no slash', 1);
		board.doc.getMap('stages').set('stg_1', 'no tuple');
		expect(board.get('stages', 'stg_1')?.name).toBe('');
		expect(board.rows('stages').size).toBe(1);
	});
});
