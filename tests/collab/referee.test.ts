import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { Bench, NOW, replay, rulesOf } from './bench.ts';
import { contentOf, person, stage } from './plan.ts';

describe('the referee', () => {
	it('lets the status of one’s own task through (P-6)', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.board.write('tasks', 'tsk_dan', 'status', 'doing');
		const ruling = bench.send(dan);
		expect(ruling.denied).toEqual([]);
		expect(bench.board.get('tasks', 'tsk_dan')?.status).toBe('doing');
		expect(ruling.rows.audit).toEqual([
			{
				collection: 'tasks',
				record: 'tsk_dan',
				field: 'status',
				before: 'todo',
				after: 'doing',
				kind: 'write'
			}
		]);
		expect(ruling.rows.bindings).toEqual([{ client: dan.doc.clientID, user: dan.actor.user }]);
	});

	it('sets the status of another’s task back and says why (P-6)', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.board.write('tasks', 'tsk_eva', 'notes', 'FORBIDDEN');
		const ruling = bench.send(dan);
		expect(ruling.denied).toMatchObject([
			{ collection: 'tasks', id: 'tsk_eva', field: 'notes', rule: 'P-6' }
		]);
		expect(ruling.rows.audit).toEqual([]);
		expect(contentOf(dan.doc)).toBe(contentOf(bench.doc));
		expect(bench.board.get('tasks', 'tsk_eva')?.notes).toBe('');
		expect(Buffer.from(ruling.update!).includes('FORBIDDEN')).toBe(false);
	});

	it('keeps nine of ten when one of an offline batch is forbidden', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		for (let i = 0; i < 9; i++) dan.board.create('comments', `cmt_${i}`, { author: person.dan });
		dan.board.write('projects', 'prj_two', 'title', 'FORBIDDEN');
		const planner = bench.joinAs('planner');
		planner.board.write('projects', 'prj_one', 'title', 'Renamed meanwhile');
		bench.send(planner);
		const ruling = bench.send(dan);
		expect(rulesOf(ruling)).toEqual(['P-7']);
		expect([...bench.board.all('comments')]).toHaveLength(10);
		expect(bench.board.get('projects', 'prj_two')?.title).toBe('Two');
		expect(bench.board.get('projects', 'prj_one')?.title).toBe('Renamed meanwhile');
		expect(contentOf(dan.doc)).toBe(contentOf(bench.doc));
		expect(contentOf(replay(bench))).toBe(contentOf(bench.doc));
		expect(bench.log.some((update) => Buffer.from(update).includes('FORBIDDEN'))).toBe(false);
	});

	it('judges ownership on the state before: giving oneself a task does not unlock it (P-6)', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.doc.transact(() => {
			dan.board.write('tasks', 'tsk_eva', 'assignee', person.dan);
			dan.board.write('tasks', 'tsk_eva', 'status', 'done');
		});
		expect(rulesOf(bench.send(dan)).sort()).toEqual(['P-6', 'P-7']);
		expect(bench.board.get('tasks', 'tsk_eva')).toMatchObject({
			assignee: person.eva,
			status: 'todo'
		});
	});
});

describe('deletions beside each other', () => {
	it('puts back what a record refused its own deletion still names (P-13)', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		pia.board.create('modules', 'mod_new', { title: 'Mine', project: 'prj_one' });
		pia.board.create('tasks', 'tsk_new', { title: 'T', project: 'prj_one', module: 'mod_new' });
		expect(bench.send(pia).denied).toEqual([]);
		const olga = bench.joinAs('owner');
		olga.board.create('checkItems', 'chk_new', { task: 'tsk_new', text: 'Named' });
		bench.send(olga);
		bench.bring(pia);
		pia.board.remove('modules', 'mod_new');
		pia.board.remove('tasks', 'tsk_new');
		expect(rulesOf(bench.send(pia))).toEqual(['P-13', 'P-13']);
		expect(bench.board.get('tasks', 'tsk_new')?.module).toBe('mod_new');
		expect(bench.board.get('modules', 'mod_new')?.title).toBe('Mine');
	});
});

describe('who wins', () => {
	it('never lets a stale offline edit win, and always tells its author', () => {
		for (let i = 0; i < 40; i++) {
			const bench = new Bench();
			const dan = bench.joinAs('dan');
			const pia = bench.joinAs('planner');
			dan.board.write('tasks', 'tsk_dan', 'status', 'waiting');
			for (const status of ['doing', 'todo', 'done'] as const) {
				pia.board.write('tasks', 'tsk_dan', 'status', status);
				bench.send(pia);
			}
			const ruling = bench.send(dan);
			expect(ruling.superseded).toEqual([
				{
					collection: 'tasks',
					id: 'tsk_dan',
					field: 'status',
					yours: 'waiting',
					theirs: 'done',
					by: person.planner,
					at: NOW
				}
			]);
			expect(bench.board.get('tasks', 'tsk_dan')?.status).toBe('done');
			expect(contentOf(dan.doc)).toBe(contentOf(bench.doc));
		}
	});

	it('raises no false alarm when two people take turns, nor for several writes in one batch', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		const pia = bench.joinAs('planner');
		for (let i = 0; i < 60; i++) {
			const hand = i % 2 ? dan : pia;
			bench.bring(hand);
			for (let k = 0; k <= i % 3; k++)
				hand.board.write('tasks', 'tsk_dan', 'notes', `turn ${i} ${k}`);
			expect(bench.send(hand)).toMatchObject({ denied: [], superseded: [] });
		}
	});

	it('says nothing when both wrote the same', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		const pia = bench.joinAs('planner');
		dan.board.write('tasks', 'tsk_dan', 'status', 'done');
		pia.board.write('tasks', 'tsk_dan', 'status', 'done');
		bench.send(pia);
		expect(bench.send(dan)).toMatchObject({ denied: [], superseded: [] });
	});

	it('does not call an author stale for not having seen the set-back of their own write', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.board.write('projects', 'prj_one', 'position', { stage: stage.build, rank: 'a5' });
		const first = dan.outbox.splice(0);
		dan.board.write('projects', 'prj_one', 'position', { stage: stage.requests, rank: 'a7' });
		expect(bench.judge(Y.mergeUpdates(first), dan.actor)).toMatchObject({
			denied: [{ rule: 'GT brief' }]
		});
		expect(bench.send(dan)).toMatchObject({ denied: [], superseded: [] });
		expect(bench.board.get('projects', 'prj_one')?.position?.rank).toBe('a7');
	});
});

describe('creating and deleting (P-13)', () => {
	it('puts a deleted record back, and takes away what may not be made', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.board.remove('tasks', 'tsk_eva');
		dan.board.create('projects', 'prj_new', { title: 'FORBIDDEN' });
		const ruling = bench.send(dan);
		expect(rulesOf(ruling).sort()).toEqual(['P-13', 'P-8']);
		expect(bench.board.get('tasks', 'tsk_eva')?.title).toBe('Record');
		expect(bench.board.get('projects', 'prj_new')).toBeUndefined();
		expect(contentOf(dan.doc)).toBe(contentOf(bench.doc));
		expect(Buffer.from(ruling.update!).includes('FORBIDDEN')).toBe(false);
	});

	it('counts what is made in the same batch as its maker’s', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.doc.transact(() => {
			dan.board.create('checkItems', 'chk_new', { task: 'tsk_new', text: 'First' });
			dan.board.create('tasks', 'tsk_new', { title: 'New', project: 'prj_one' });
			dan.board.write('tasks', 'tsk_new', 'assignee', person.eva);
		});
		const ruling = bench.send(dan);
		expect(ruling.denied).toEqual([]);
		expect(bench.board.get('tasks', 'tsk_new')?.assignee).toBe(person.eva);
		expect(ruling.rows.audit.map((row) => row.kind)).toEqual(['create', 'create']);
	});

	it('refuses a second making of the same id and a field without a record', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		const eva = bench.joinAs('owner');
		pia.board.create('projects', 'prj_same', { title: 'First' });
		eva.board.create('projects', 'prj_same', { title: 'Second' });
		bench.send(pia);
		expect(bench.send(eva).denied).toMatchObject([{ id: 'prj_same', field: '', rule: 'P-13' }]);
		expect(bench.board.get('projects', 'prj_same')?.title).toBe('First');

		pia.doc.getMap('projects+').set('prj_gone/title', 'Ghost');
		expect(rulesOf(bench.send(pia))).toEqual(['P-5']);
		expect(bench.doc.getMap('projects+').has('prj_gone/title')).toBe(false);
	});

	it('lets a maker delete only while nobody else has changed it and nothing belongs to it', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		const pia = bench.joinAs('planner');
		const make = (id: string): void => {
			dan.board.create('tasks', id, { title: 'Mine', project: 'prj_one' });
			dan.board.write('tasks', id, 'title', 'Still mine');
			bench.send(dan);
			bench.bring(pia);
		};
		make('tsk_a');
		pia.board.remove('tasks', 'tsk_a');
		expect(rulesOf(bench.send(pia))).toEqual(['P-13']);
		bench.bring(dan);
		dan.board.remove('tasks', 'tsk_a');
		bench.send(dan);
		expect(bench.board.get('tasks', 'tsk_a')).toBeUndefined();
		expect(bench.doc.getMap('tasks+').size).toBe(0);

		make('tsk_b');
		pia.board.write('tasks', 'tsk_b', 'notes', 'I was here');
		bench.send(pia);
		bench.bring(dan);
		dan.board.remove('tasks', 'tsk_b');
		expect(rulesOf(bench.send(dan))).toEqual(['P-13']);
		expect(bench.board.get('tasks', 'tsk_b')).toMatchObject({
			title: 'Still mine',
			notes: 'I was here'
		});

		make('tsk_d');
		pia.board.create('checkItems', 'chk_d', { task: 'tsk_d', text: 'Named' });
		bench.send(pia);
		bench.bring(dan);
		// The record alone: what was written on it since must not go while the deletion is refused.
		dan.doc.getMap('tasks').delete('tsk_d');
		expect(rulesOf(bench.send(dan))).toEqual(['P-13']);
		expect(bench.board.get('tasks', 'tsk_d')).toMatchObject({ title: 'Still mine' });
		expect(bench.doc.getMap('tasks+').get('tsk_d/title')).toBe('Still mine');
		expect(contentOf(dan.doc)).toBe(contentOf(bench.doc));

		make('tsk_c');
		pia.board.create('checkItems', 'chk_c', { task: 'tsk_c', text: 'Named' });
		bench.send(pia);
		bench.bring(dan);
		dan.board.remove('tasks', 'tsk_c');
		expect(rulesOf(bench.send(dan))).toEqual(['P-13']);
	});

	it('refuses a comment from the future and one in another’s name (P-10)', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		const hour = 3_600_000;
		dan.board.create('comments', 'cmt_future', { author: person.dan, at: NOW + hour });
		dan.board.create('comments', 'cmt_other', { author: person.eva, at: NOW });
		dan.board.create('comments', 'cmt_late', { author: person.dan, at: NOW - hour });
		expect(rulesOf(bench.send(dan))).toEqual(['P-10', 'P-10']);
		expect(bench.board.get('comments', 'cmt_late')).toBeDefined();
	});

	it('takes the deletion of a patch as a write of the record’s value', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		pia.board.write('projects', 'prj_one', 'title', 'Renamed');
		bench.send(pia);
		const eva = bench.joinAs('eva');
		eva.doc.getMap('projects+').delete('prj_one/title');
		expect(bench.send(eva).denied).toMatchObject([{ field: 'title', rule: 'P-7' }]);
		expect(bench.board.get('projects', 'prj_one')?.title).toBe('Renamed');
		bench.bring(pia);
		pia.doc.getMap('projects+').delete('prj_one/title');
		expect(bench.send(pia).rows.audit).toMatchObject([{ before: 'Renamed', after: 'One' }]);
	});
});
