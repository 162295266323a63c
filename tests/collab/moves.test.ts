// Moves before the referee: gates asked on the board after the update, and what becomes of a reason.
import { describe, expect, it } from 'vitest';
import { Bench, replay, rulesOf } from './bench.ts';
import { contentOf, person, stage } from './plan.ts';

describe('a move', () => {
	it('judges gates on the state after: fill the brief, then move passes in one batch (P-15)', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		const position = { stage: stage.build, rank: 'a5' };
		dan.board.write('projects', 'prj_one', 'position', position);
		const refused = bench.send(dan);
		expect(rulesOf(refused)).toEqual(['GT brief']);
		expect(bench.board.get('projects', 'prj_one')?.position?.stage).toBe(stage.requests);

		dan.board.write('projects', 'prj_one', 'position', position);
		dan.board.write('projects', 'prj_one', 'brief', 'Teach it');
		const ruling = bench.send(dan);
		expect(ruling.denied).toEqual([]);
		expect(ruling.rows.transitions).toEqual([
			{
				cardKind: 'projects',
				card: 'prj_one',
				from: stage.requests,
				to: stage.build,
				reason: '',
				kind: 'move'
			}
		]);
	});

	it('asks every gate between, lets cards back freely, and takes another rank as no move (P-15)', () => {
		const bench = new Bench();
		const dan = bench.joinAs('dan');
		dan.board.write('projects', 'prj_one', 'brief', 'Teach it');
		dan.board.write('projects', 'prj_one', 'position', { stage: stage.launch, rank: 'a5' });
		expect(rulesOf(bench.send(dan))).toEqual(['GT launch-signoff']);
		dan.board.write('projects', 'prj_one', 'position', { stage: stage.build, rank: 'a5' });
		bench.send(dan);
		dan.board.write('projects', 'prj_one', 'position', { stage: stage.build, rank: 'a6' });
		expect(bench.send(dan).rows.transitions).toEqual([]);
		dan.board.write('projects', 'prj_one', 'position', { stage: stage.requests, rank: 'a6' });
		expect(bench.send(dan).rows.transitions).toMatchObject([{ kind: 'return' }]);
	});

	it('lets planners past a gate with a signed reason, which is recorded (P-12)', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		const move = (by: string): void => {
			pia.board.write('projects', 'prj_one', 'position', { stage: stage.build, rank: 'a5' });
			pia.board.write('projects', 'prj_one', 'override', {
				stage: stage.build,
				reason: 'The client waits',
				by
			});
		};
		move(person.owner);
		expect(rulesOf(bench.send(pia)).sort()).toEqual(['GT brief', 'P-12']);
		move(person.planner);
		expect(bench.send(pia).rows.transitions).toMatchObject([
			{ kind: 'override', reason: 'The client waits' }
		]);
	});

	it('takes a reason for one move only, clears it where the card leaves, and keeps it while it stands (P-12)', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		const dan = bench.joinAs('dan');
		const goTo = (hand: typeof pia, to: string): string[] => {
			bench.bring(hand);
			hand.board.write('projects', 'prj_one', 'position', { stage: to, rank: 'a5' });
			return rulesOf(bench.send(hand));
		};
		const reasonOf = () => bench.board.get('projects', 'prj_one')?.override;
		const override = { stage: stage.build, reason: 'The client waits', by: person.planner };
		pia.board.write('projects', 'prj_one', 'override', override);
		expect(goTo(pia, stage.build)).toEqual([]);
		expect(reasonOf()).toEqual(override);

		pia.board.write('projects', 'prj_one', 'override', null);
		expect(rulesOf(bench.send(pia))).toEqual(['P-12']);
		pia.board.write('projects', 'prj_one', 'override', { ...override, stage: stage.launch });
		expect(rulesOf(bench.send(pia))).toEqual(['P-12']);
		expect(reasonOf()).toEqual(override);

		expect(goTo(dan, stage.requests)).toEqual([]);
		expect(reasonOf()).toBeNull();
		expect(contentOf(dan.doc)).toBe(contentOf(bench.doc));
		// A reason noted beforehand opens nothing either.
		bench.bring(pia);
		pia.board.write('projects', 'prj_one', 'override', override);
		expect(rulesOf(bench.send(pia))).toEqual([]);
		expect(goTo(pia, stage.build)).toEqual(['GT brief']);
		expect(contentOf(replay(bench))).toBe(contentOf(bench.doc));
	});

	it('asks a project whose modules have gone ahead from where it stands (GT-12)', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		const own = { stage: stage.requests, rank: 'a0' };
		const there = { stage: stage.build, rank: 'a0' };
		pia.board.create('projects', 'prj_far', { title: 'Far', position: own });
		pia.board.create('modules', 'mod_far', { project: 'prj_far', position: own });
		pia.board.write('modules', 'mod_far', 'brief', 'Teach it');
		bench.send(pia);
		pia.board.write('modules', 'mod_far', 'position', there);
		expect(bench.send(pia).denied).toEqual([]);
		// Its own gate to Build was never asked: its module walked through it.
		pia.board.write('projects', 'prj_far', 'position', there);
		const ruling = bench.send(pia);
		expect(ruling.denied).toEqual([]);
		expect(ruling.rows.transitions).toMatchObject([{ from: stage.requests, to: stage.build }]);
		pia.board.write('projects', 'prj_far', 'position', { stage: stage.launch, rank: 'a0' });
		expect(rulesOf(bench.send(pia))).toEqual(['GT launch-signoff']);
	});

	it('takes the reason out with the move it was meant for', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		pia.board.write('projects', 'prj_one', 'position', { stage: stage.launch, rank: 'a5' });
		pia.board.write('projects', 'prj_one', 'override', {
			stage: stage.build,
			reason: 'The client waits',
			by: person.planner
		});
		expect(bench.send(pia).denied).toHaveLength(2);
		expect(bench.board.get('projects', 'prj_one')?.override).toBeNull();
	});

	it('starts a new card in the first stage unless the gates on the way are met', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		pia.board.create('projects', 'prj_far', { position: { stage: stage.build, rank: 'a3' } });
		const ruling = bench.send(pia);
		expect(ruling.denied).toMatchObject([{ field: 'position', rule: 'GT brief' }]);
		expect(bench.board.get('projects', 'prj_far')?.position).toEqual({
			stage: stage.requests,
			rank: 'a3'
		});
		expect(ruling.rows.transitions).toMatchObject([{ from: '', to: stage.requests }]);
		expect(contentOf(pia.doc)).toBe(contentOf(bench.doc));
	});

	it('takes the reason of a move that came too late out with it', () => {
		const bench = new Bench();
		const pia = bench.joinAs('planner');
		const olga = bench.joinAs('owner');
		pia.board.write('projects', 'prj_one', 'position', { stage: stage.build, rank: 'a5' });
		const override = { stage: stage.build, reason: 'The client waits', by: person.planner };
		pia.board.write('projects', 'prj_one', 'override', override);
		olga.board.write('projects', 'prj_one', 'position', { stage: stage.requests, rank: 'a7' });
		bench.send(olga);
		const { superseded, denied } = bench.send(pia);
		expect(superseded.map(({ field, yours }) => [field, yours])).toEqual([
			['position', { stage: stage.build, rank: 'a5' }],
			['override', override]
		]);
		expect(denied).toEqual([]);
		expect(bench.board.get('projects', 'prj_one')).toMatchObject({
			position: { stage: stage.requests, rank: 'a7' },
			override: null
		});
		expect(contentOf(pia.doc)).toBe(contentOf(bench.doc));
	});
});
