// Three people, random edits, random deliveries, offline for a while: in the end every copy says the same as the
// replayed log, and the log is all that was ever accepted. PLIMSOLL_SCHEDULES asks for more.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { inspect } from '#server/collab/inspect.ts';
import { Bench, type Hand } from './bench.ts';
import { contentOf, person, stage } from './plan.ts';
import { makeRandom, type Random } from './random.ts';

const schedules = Number(process.env['PLIMSOLL_SCHEDULES'] ?? 150);

/** One edit somebody might make, permitted or not. */
function edit({ board, doc, actor }: Hand, random: Random, name: string): void {
	const task = random.pick(['tsk_dan', 'tsk_eva', 'tsk_led']);
	const project = random.pick(['prj_one', 'prj_two']);
	const edits: ((board: BoardDoc) => void)[] = [
		(b) => b.write('tasks', task, 'status', random.pick(['todo', 'doing', 'done'])),
		(b) => b.write('tasks', task, 'notes', name),
		(b) => b.write('tasks', task, 'assignee', random.pick([person.dan, person.eva])),
		(b) => b.write('projects', project, 'title', name),
		(b) => b.write('projects', project, 'brief', name),
		(b) => b.write('projects', project, 'lead', random.pick([person.dan, person.eva])),
		(b) =>
			b.write('projects', project, 'position', {
				stage: random.pick(Object.values(stage)),
				rank: random.pick(['a0', 'a1', 'a2'])
			}),
		(b) => b.create('comments', `cmt_${name}`, { author: actor.person, body: name }),
		(b) => b.create('tasks', `tsk_${name}`, { project, title: name }),
		(b) => b.remove('tasks', random.pick([...b.all('tasks')]).id),
		() => doc.getMap('projects+').delete(`${project}/title`)
	];
	const chosen = random.pick(edits);
	if (board.get('tasks', task) && board.get('projects', project)) chosen(board);
}

function run(seed: number): { bench: Bench; hands: Hand[]; refusals: number } {
	const random = makeRandom(seed);
	const bench = new Bench();
	const hands = [bench.joinAs('planner'), bench.joinAs('dan'), bench.joinAs('eva')];
	let refusals = 0;
	const deliver = (hand: Hand): void => {
		const count = 1 + random.below(hand.outbox.length);
		const judgement = bench.judge(Y.mergeUpdates(hand.outbox.splice(0, count)), hand.actor);
		expect(judgement.ok).toBe(true);
		if (judgement.ok) refusals += judgement.denied.length + judgement.superseded.length;
	};
	for (let step = 0; step < 60; step++) {
		const hand = random.pick(hands);
		const what = random.below(10);
		if (what < 5) hand.doc.transact(() => edit(hand, random, `s${seed}x${step}`));
		else if (what < 8 && hand.outbox.length > 0) deliver(hand);
		else if (what === 8) bench.bring(hand);
		else if (hand.outbox.length > 0) {
			// Comes back after a while: one answer to the server's state vector holds everything.
			hand.outbox.length = 0;
			const missing = Y.encodeStateAsUpdate(hand.doc, Y.encodeStateVector(bench.doc));
			expect(bench.judge(missing, hand.actor).ok).toBe(true);
			bench.bring(hand);
		}
	}
	for (const hand of hands) if (hand.outbox.length > 0) bench.send(hand);
	for (const hand of hands) bench.bring(hand);
	return { bench, hands, refusals };
}

describe('convergence', () => {
	it(`holds over ${schedules} random schedules`, () => {
		let refusals = 0;
		for (let seed = 1; seed <= schedules; seed++) {
			const { bench, hands, refusals: refused } = run(seed);
			refusals += refused;
			const content = contentOf(bench.doc);
			const replayed = new Y.Doc();
			for (const update of bench.log) Y.applyUpdate(replayed, update);
			expect(`${seed} ${contentOf(replayed)}`).toBe(`${seed} ${content}`);
			for (const hand of hands) expect(`${seed} ${contentOf(hand.doc)}`).toBe(`${seed} ${content}`);
			for (const key of bench.doc.getMap('tasks+').keys())
				expect(bench.doc.getMap('tasks').has(key.split('/')[0]!)).toBe(true);
		}
		// A schedule in which nothing is ever refused would prove little.
		expect(refusals).toBeGreaterThan(schedules);
	});
});

const LIMITS = { maxBytes: 1 << 20, maxStructs: 10_000 };

function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

describe('the cost of an inspection', () => {
	it('stays small on twenty thousand records, and linear when it is hostile', () => {
		const bench = new Bench();
		bench.doc.transact(() => {
			for (let i = 0; i < 20_000; i++)
				bench.board.create('tasks', `tsk_n${i}`, { title: 'n', project: 'prj_one' });
		});
		const pia = bench.joinAs('planner');
		for (let i = 0; i < 2000; i++)
			pia.board.write('tasks', `tsk_n${(i * 7) % 20_000}`, 'status', i % 2 ? 'done' : 'doing');
		const inspections: number[] = [];
		const judgements: number[] = [];
		for (const update of pia.outbox.splice(0)) {
			const startedAt = performance.now();
			inspect(bench.doc, update, LIMITS, () => 'mine');
			const inspectedAt = performance.now();
			bench.judge(update, pia.actor);
			inspections.push(inspectedAt - startedAt);
			judgements.push(performance.now() - inspectedAt);
		}
		// Medians: the machine may be busy with other tests.
		const [inspection, judgement] = [median(inspections) * 1000, median(judgements) * 1000];
		expect(inspection).toBeLessThan(500);
		expect(judgement).toBeLessThan(1000);

		// One key written eight thousand times, and every other client id's history named in the delete set.
		const eva = bench.joinAs('planner');
		for (let i = 0; i < 2000; i++) eva.board.write('projects', 'prj_one', 'title', `${i}`);
		const heavy = Y.mergeUpdates(eva.outbox);
		const heavyAt = performance.now();
		expect(bench.judge(heavy, eva.actor).ok).toBe(true);
		// A quadratic one takes many times that.
		expect(performance.now() - heavyAt).toBeLessThan(1500);
		process.stdout.write(
			`20,000 records: an inspection takes ${inspection.toFixed(0)} µs, a judgement ${judgement.toFixed(0)} µs\n`
		);
	});
});
