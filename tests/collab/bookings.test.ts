// Locks and home teams as the server judges them, whatever a browser was persuaded to send.
import { describe, expect, it } from 'vitest';
import { Bench, NOW, type Hand } from './bench.ts';
import { contentOf, person } from './plan.ts';

const span = { from: '2026-03-02', to: '2026-03-06' };
const rulesOf = (ruling: { denied: { rule: string }[] }): string[] =>
	ruling.denied.map((d) => d.rule);

function benchWithTeams(): Bench {
	const bench = new Bench();
	bench.board.write('people', person.planner, 'unit', 'Studio');
	bench.board.write('people', person.eva, 'unit', 'Media');
	bench.board.write('people', person.eva, 'homePlans', true);
	return bench;
}

describe('the referee on bookings', () => {
	it('keeps a booking that was locked while somebody offline moved it (P-22)', () => {
		const bench = new Bench();
		const away = bench.joinAs('planner');
		away.board.write('allocations', 'alc_led', 'span', span);
		const owner = bench.joinAs('owner');
		owner.board.write('allocations', 'alc_led', 'locked', true);
		expect(rulesOf(bench.send(owner))).toEqual([]);
		expect(rulesOf(bench.send(away))).toEqual(['P-22']);
		expect(bench.board.get('allocations', 'alc_led')?.span).toBeNull();
		expect(contentOf(away.doc)).toBe(contentOf(bench.doc));
	});

	it('takes unlock, move and lock again, made offline and sent as one (P-22)', () => {
		const bench = new Bench();
		bench.board.write('allocations', 'alc_led', 'locked', true);
		const away = bench.joinAs('planner');
		away.board.write('allocations', 'alc_led', 'locked', false);
		away.board.write('allocations', 'alc_led', 'span', span);
		away.board.write('allocations', 'alc_led', 'locked', true);
		expect(rulesOf(bench.send(away))).toEqual([]);
		expect(bench.board.get('allocations', 'alc_led')).toMatchObject({ span, locked: true });
	});

	it('lets no lead open a lock, not even to move in the same update (P-22)', () => {
		const bench = new Bench();
		bench.board.write('allocations', 'alc_led', 'locked', true);
		const dan = bench.joinAs('dan');
		dan.board.write('allocations', 'alc_led', 'locked', false);
		dan.board.write('allocations', 'alc_led', 'span', span);
		expect(rulesOf(bench.send(dan))).toEqual(['P-22', 'P-22']);
		expect(bench.board.get('allocations', 'alc_led')).toMatchObject({ span: null, locked: true });
	});

	it('leaves confirming to the home team, in one step or in several (P-23)', () => {
		const bench = benchWithTeams();
		const planner = bench.joinAs('planner');
		planner.board.write('allocations', 'alc_two', 'person', person.eva);
		expect(rulesOf(bench.send(planner))).toEqual(['P-23']);
		planner.board.write('allocations', 'alc_led', 'certainty', 'confirmed');
		expect(rulesOf(bench.send(planner))).toEqual(['P-23']);
		planner.board.write('allocations', 'alc_two', 'person', person.eva);
		planner.board.write('allocations', 'alc_two', 'certainty', 'requested');
		expect(rulesOf(bench.send(planner))).toEqual([]);
		expect(bench.board.get('allocations', 'alc_two')).toMatchObject({
			person: person.eva,
			certainty: 'requested'
		});
	});

	it('does not count a certainty that came too late (P-23)', () => {
		const bench = benchWithTeams();
		const away = bench.joinAs('planner');
		away.board.write('allocations', 'alc_two', 'certainty', 'requested');
		away.board.write('allocations', 'alc_two', 'person', person.eva);
		const owner = bench.joinAs('owner');
		owner.board.write('allocations', 'alc_two', 'certainty', 'tentative');
		bench.send(owner);
		owner.board.write('allocations', 'alc_two', 'certainty', 'confirmed');
		bench.send(owner);
		const ruling = bench.send(away);
		expect(rulesOf(ruling)).toEqual(['P-23']);
		expect(bench.board.get('allocations', 'alc_two')).toMatchObject({
			person: person.dan,
			certainty: 'confirmed'
		});
	});

	it('P-23 judges what a field falls back to when what was written over it is taken away', () => {
		const bench = benchWithTeams();
		const planner = bench.joinAs('planner');
		const { doc, board } = planner;
		board.create('allocations', 'alc_new', {
			...{ project: 'prj_one', person: person.planner, certainty: 'confirmed' }
		});
		expect(rulesOf(bench.send(planner))).toEqual([]);
		board.write('allocations', 'alc_new', 'person', person.eva);
		board.write('allocations', 'alc_new', 'certainty', 'requested');
		expect(rulesOf(bench.send(planner))).toEqual([]);
		doc.getMap('allocations+').delete('alc_new/certainty');
		expect(rulesOf(bench.send(planner))).toEqual(['P-23']);
		expect(bench.board.get('allocations', 'alc_new')).toMatchObject({
			person: person.eva,
			certainty: 'requested'
		});
		expect(contentOf(doc)).toBe(contentOf(bench.doc));
	});

	it('P-24 notes who let a booking stand confirmed, and forgets it once it is not', () => {
		const bench = new Bench();
		const by = (who: 'owner' | 'planner') => ({ confirmedBy: person[who], confirmedAt: NOW });
		const nobody = { confirmedBy: '', confirmedAt: 0 };
		const [owner, planner] = [bench.joinAs('owner'), bench.joinAs('planner')];
		const write = (hand: Hand, field: 'certainty' | 'person', value: string): void => {
			bench.bring(hand);
			hand.board.write('allocations', 'alc_two', field, value as never);
			expect(rulesOf(bench.send(hand))).toEqual([]);
			expect(contentOf(hand.doc)).toBe(contentOf(bench.doc));
		};
		const row = () => bench.board.get('allocations', 'alc_two');
		write(owner, 'certainty', 'tentative');
		expect(row()).toMatchObject(nobody);
		write(planner, 'certainty', 'confirmed');
		expect(row()).toMatchObject(by('planner'));
		write(owner, 'person', person.eva);
		expect(row()).toMatchObject({ person: person.eva, ...by('owner') });
		write(planner, 'certainty', 'tentative');
		expect(row()).toMatchObject(nobody);
		owner.board.create('allocations', 'alc_new', { project: 'prj_one', certainty: 'confirmed' });
		expect(rulesOf(bench.send(owner))).toEqual([]);
		expect(bench.board.get('allocations', 'alc_new')).toMatchObject(by('owner'));
		owner.board.remove('allocations', 'alc_new');
		expect(rulesOf(bench.send(owner))).toEqual([]);
		expect(bench.board.get('allocations', 'alc_new')).toBeUndefined();
	});

	it('lets nobody write who confirmed (P-3)', () => {
		const bench = new Bench();
		const owner = bench.joinAs('owner');
		owner.board.write('allocations', 'alc_two', 'confirmedBy', person.owner);
		owner.board.create('allocations', 'alc_new', { project: 'prj_one', confirmedAt: 5 });
		expect(rulesOf(bench.send(owner))).toEqual(['P-3', 'P-3']);
		expect(bench.board.get('allocations', 'alc_new')).toBeUndefined();
	});
});
