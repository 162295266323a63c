// The grid as the product keeps it: counted out of a board's document, then following it through somebody's leave and a
// closed day of a region. Each outcome is held against a grid built from the plan, which has seen no document.
import { BoardDoc, type Touched } from '#lib/doc/board-doc.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import * as Y from 'yjs';
import { getMedian, type Check } from '../harness.ts';
import { areEqual } from './measure-grid.ts';
import { DAYS, FROM, openGrid, type BenchPlan } from './plan.ts';

export interface BoardRound {
	/** People, absences and bookings read out of the document and laid. */
	firstCountMs: number;
	/** A week's leave of one person, from the write on the board to the cells. */
	leaveMs: number;
	/** One more closed day of the region everybody is in. */
	closedDayMs: number;
}

const REGION = 'GB';
const LEAVES = 20;
const CLOSED_DAYS = 5;

export function measureBoard(board: BoardDoc, plan: BenchPlan, checks: Check[]): BoardRound {
	const check = (text: string, ok: boolean): number => checks.push({ text, ok });
	let start = performance.now();
	const load = new TeamLoad(board, FROM, addDays(FROM, DAYS - 1));
	const firstCountMs = performance.now() - start;
	check('a board counted for the first time is the grid of its plan', isOf(load, plan));

	const stop = board.subscribe((touched: Touched) => load.refresh(touched));
	const timed = (write: () => void): number => {
		start = performance.now();
		board.doc.transact(write);
		return performance.now() - start;
	};
	const away = (day: Day, days: number) => ({
		span: { from: day, to: addDays(day, days - 1) },
		minutesPerDay: null
	});
	const made: string[] = [];
	const add = (given: Parameters<typeof board.create<'absences'>>[2]): number => {
		const id = `abs_bench_${made.length}`;
		made.push(id);
		return timed(() => board.create('absences', id, given));
	};

	const onLeave = new Map(
		Array.from({ length: LEAVES }, (_, i) => {
			const { id } = plan.people[(i * 37) % plan.people.length]!;
			return [id, away(addDays(FROM, 7 * (i + 2)), 5)];
		})
	);
	const leaves = [...onLeave].map(([person, days]) => add({ person, ...days }));
	const people = plan.people.map(({ id, calendar }) => {
		const absences = [...calendar.absences, ...(onLeave.has(id) ? [onLeave.get(id)!] : [])];
		return { id, calendar: { ...calendar, absences } };
	});
	check('after leave the cells are those of a new grid', isOf(load, { ...plan, people }));

	const closed = Array.from({ length: CLOSED_DAYS }, (_, i) =>
		away(addDays(FROM, 100 + 15 * i), 1)
	);
	const closing = closed.map((day) => add({ region: REGION, ...day }));
	const everybody = people.map(({ id, calendar }) => ({
		id,
		calendar: { ...calendar, holidays: [...calendar.holidays, ...closed] }
	}));
	check(
		'after closed days the cells are those of a new grid',
		isOf(load, { ...plan, people: everybody })
	);

	board.doc.transact(() => made.forEach((id) => board.remove('absences', id)));
	check('and once all are taken back they are as at first', isOf(load, plan));
	stop();
	return { firstCountMs, leaveMs: getMedian(leaves), closedDayMs: getMedian(closing) };
}

const isOf = (load: TeamLoad, plan: Pick<BenchPlan, 'people' | 'bookings'>): boolean =>
	areEqual(load.grid, openGrid(plan));

/** The plan as a board's document. */
export function fillDocument({ people, bookings }: BenchPlan): BoardDoc {
	const board = new BoardDoc(new Y.Doc());
	board.doc.transact(() => {
		board.create('projects', 'prj_one', { title: 'One' });
		const [first] = people;
		for (const [i, { span, minutesPerDay }] of first!.calendar.holidays.entries())
			board.create('absences', `abs_closed_${i}`, { region: REGION, span, minutesPerDay });
		for (const { id, calendar } of people) {
			const { patterns, nonProjectBp } = calendar;
			board.create('people', id, {
				...{ name: id, region: REGION, active: true, nonProjectBp },
				patterns: [...patterns]
			});
			for (const [i, { span, minutesPerDay }] of calendar.absences.entries())
				board.create('absences', `abs_${id}_${i}`, { person: id, span, minutesPerDay });
		}
		for (const [id, { certainty, ...booking }] of bookings)
			board.create('allocations', id, { ...booking, certainty, project: 'prj_one' });
	});
	return board;
}
