import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/domain/days.ts';
import type { CapacityGrid } from '#lib/domain/grid.ts';
import { emptyRows, makeRow, readRows, type CollectionName, type EntityIn } from './board.ts';
import { TeamLoad } from './team-load.ts';

const MONDAY = '2027-01-04';
const LAST = '2027-01-31';

const day = fc.integer({ min: -20, max: 45 }).map((at) => addDays(MONDAY, at));
const span = fc
	.tuple(fc.integer({ min: -20, max: 35 }), fc.integer({ min: -1, max: 40 }))
	.map(([at, days]) => ({ from: addDays(MONDAY, at), to: addDays(MONDAY, at + days) }));
const person = fc.constantFrom('per_a', 'per_b', 'per_c', 'per_d');
const region = fc.constantFrom('', 'GB', 'GB-SCT', 'DE');
const mode = fc.constantFrom('perDay' as const, 'percent' as const, 'total' as const);
const load = fc.option(fc.record({ mode, amount: fc.nat(9000) }));

/** One row of a collection as it shall be from now on, null for one that is taken away. */
interface Change {
	collection: CollectionName;
	id: string;
	row: object | null;
}
const change = (
	collection: CollectionName,
	id: fc.Arbitrary<string>,
	row: fc.Arbitrary<object>
): fc.Arbitrary<Change> =>
	fc.record({ collection: fc.constant(collection), id, row: fc.option(row, { freq: 6 }) });

const people = change(
	'people',
	person,
	fc.record({
		name: fc.constantFrom('Ann', 'Ben', 'Cem'),
		active: fc.boolean(),
		region,
		starts: fc.option(day, { freq: 1 }),
		ends: fc.option(day, { freq: 1 }),
		nonProjectBp: fc.option(fc.nat(10_000)),
		patterns: fc.array(
			fc.record({
				from: fc.option(day),
				minutes: fc.array(fc.nat(600), { minLength: 7, maxLength: 7 })
			}),
			{ minLength: 1, maxLength: 3 }
		),
		ownDays: fc.array(fc.record({ day, minutes: fc.nat(600) }), { maxLength: 2 })
	})
);
const absences = change(
	'absences',
	fc.constantFrom('abs_1', 'abs_2', 'abs_3'),
	fc.record({
		person: fc.oneof(person, fc.constant('')),
		region,
		span: fc.option(span),
		minutesPerDay: fc.option(fc.nat(600)),
		requested: fc.boolean(),
		closure: fc.boolean()
	})
);
const booked = fc.record({
	person: fc.oneof(person, fc.constantFrom('', 'per_gone')),
	project: fc.constantFrom('prj_1', 'prj_2'),
	span: fc.option(span, { freq: 9 }),
	load,
	certainty: fc.constantFrom('confirmed', 'tentative', 'requested'),
	archived: fc.boolean()
});
const allocations = change(
	'allocations',
	fc.nat(7).map((n) => `alc_${n}`),
	booked
);
const elsewhere = change(
	'elsewhere',
	fc.constantFrom('els_1', 'els_2'),
	fc.record({ person, span, load, certainty: fc.constantFrom('confirmed', 'tentative') })
);
const projects = change('projects', fc.constant('prj_2'), fc.record({ archived: fc.boolean() }));
/** Changes that come together, as those of one transaction. */
const steps = fc.array(
	fc.array(fc.oneof(people, people, absences, absences, allocations, elsewhere, projects), {
		minLength: 1,
		maxLength: 3
	}),
	{ maxLength: 12 }
);

function board() {
	const rows = emptyRows();
	const put = ({ collection, id, row }: Change): void => {
		const all = rows[collection] as Map<string, EntityIn<CollectionName>>;
		if (row === null) all.delete(id);
		else all.set(id, makeRow(collection, id, row));
	};
	const patterns = [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }];
	for (const [id, name] of [
		['per_a', 'Ann'],
		['per_b', 'Ben']
	] as const)
		put({ collection: 'people', id, row: { name, active: true, region: 'GB', patterns } });
	put({ collection: 'projects', id: 'prj_1', row: {} });
	return { put, reader: readRows(rows) };
}

function touchedBy(changes: readonly Change[]): Map<CollectionName, Set<string>> {
	const touched = new Map<CollectionName, Set<string>>();
	for (const { collection, id } of changes)
		touched.set(collection, (touched.get(collection) ?? new Set()).add(id));
	return touched;
}

function expectSame(grid: CapacityGrid, other: CapacityGrid, ids: readonly string[]): void {
	expect(grid.people).toEqual(other.people);
	for (const name of [
		...(['gross', 'net', 'confirmed', 'tentative', 'weighted', 'unknown'] as const),
		...(['elsewhere', 'elsewhereConfirmed'] as const)
	])
		expect(Array.from(grid[name]), name).toEqual(Array.from(other[name]));
	for (const id of ids) expect(grid.bookingOf(id), id).toEqual(other.bookingOf(id));
}

describe('team load that follows its board', () => {
	it('C-41 M-16 C-40 is the load of a board read anew, whoever comes, goes, is away or booked', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const { put, reader } = board();
				const load = new TeamLoad(reader, MONDAY, LAST);
				for (const changes of all) {
					changes.forEach(put);
					load.refresh(touchedBy(changes));
					const ids = all.flat().map(({ id }) => id);
					expectSame(load.grid, new TeamLoad(reader, MONDAY, LAST).grid, ids);
				}
			}),
			{ numRuns: 400 }
		);
	});

	it('C-42 covers other days as if it had been read for them', () => {
		fc.assert(
			fc.property(steps, steps, day, fc.nat(60), (all, more, from, days) => {
				const { put, reader } = board();
				all.flat().forEach(put);
				const load = new TeamLoad(reader, MONDAY, LAST);
				const to: Day = addDays(from, days);
				load.cover(from, to);
				const ids = [...all, ...more].flat().map(({ id }) => id);
				expect([load.from, load.to]).toEqual([from, to]);
				expectSame(load.grid, new TeamLoad(reader, from, to).grid, ids);
				more.flat().forEach(put);
				load.refresh(touchedBy(more.flat()));
				expectSame(load.grid, new TeamLoad(reader, from, to).grid, ids);
			}),
			{ numRuns: 200 }
		);
	});

	it('C-41 a closed day reaches those it closes for: the region, or the country of it where the company closes', () => {
		const { put, reader } = board();
		const patterns = [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }];
		for (const [id, region] of [
			['per_a', 'GB'],
			['per_b', 'GB-SCT'],
			['per_c', 'DE']
		] as const)
			put({ collection: 'people', id, row: { name: id, active: true, region, patterns } });
		const load = new TeamLoad(reader, MONDAY, LAST);
		const closed = { region: 'GB', span: { from: MONDAY, to: MONDAY } };
		const grossOn = (row: object | null): number[] => {
			const one: Change = { collection: 'absences', id: 'abs_1', row };
			put(one);
			load.refresh(touchedBy([one]));
			return [0, 1, 2].map((at) => load.grid.workingDays(at, MONDAY, MONDAY));
		};
		expect(grossOn(closed)).toEqual([0, 1, 1]);
		expect(grossOn({ ...closed, closure: true })).toEqual([0, 0, 1]);
		expect(grossOn({ ...closed, region: '', closure: true })).toEqual([0, 0, 0]);
		expect(grossOn({ ...closed, person: 'per_c' })).toEqual([1, 1, 1]);
		expect(load.week('per_c', MONDAY)).toMatchObject({ net: 4 * 384 });
		expect(grossOn(null)).toEqual([1, 1, 1]);
		expect(load.week('per_c', MONDAY)).toMatchObject({ net: 5 * 384 });
	});

	it('refuses to follow for one person alone', () => {
		const { reader } = board();
		expect(() => new TeamLoad(reader, MONDAY, LAST, 'per_a').refresh(new Map())).toThrow(
			'counted one person alone'
		);
	});
});
