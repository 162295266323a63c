import { describe, expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/days.ts';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { listLaunches } from './launches.ts';

describe('launches', () => {
	it('stand once a project, in the lane of its last booking, and say what is promised and late', () => {
		const rows = emptyRows();
		const launch = '2027-01-14';
		rows.projects.set(
			'prj_a',
			makeRow('projects', 'prj_a', { title: 'A', launch, committed: true })
		);
		rows.projects.set('prj_b', makeRow('projects', 'prj_b', { title: 'B', launch }));
		rows.projects.set('prj_c', makeRow('projects', 'prj_c', { title: 'C' }));
		for (const [id, project] of Object.entries({
			alc_1: 'prj_a',
			alc_2: 'prj_a',
			alc_3: 'prj_b',
			alc_4: 'prj_c'
		}))
			rows.allocations.set(id, makeRow('allocations', id, { project }));
		const at = dayNumber('2027-01-04');
		const marks = listLaunches(readRows(rows), [
			{ id: 'alc_1', from: at, to: at + 4, lane: 0 },
			{ id: 'alc_2', from: at, to: at + 11, lane: 2 },
			{ id: 'alc_3', from: at, to: at + 4, lane: 1 },
			{ id: 'alc_4', from: at, to: at + 4, lane: 3 }
		]);
		expect(marks).toEqual([
			{
				of: 'prj_a',
				day: at + 10,
				lane: 2,
				isLate: true,
				isCommitted: true,
				title: 'A is committed to launch 2027-01-14, work is booked after it'
			},
			{
				of: 'prj_b',
				day: at + 10,
				lane: 1,
				isLate: false,
				isCommitted: false,
				title: 'B is to launch 2027-01-14'
			}
		]);
	});

	it('are not late for what goes on after the launch', () => {
		const rows = emptyRows();
		rows.projects.set('prj_a', makeRow('projects', 'prj_a', { title: 'A', launch: '2027-01-14' }));
		const at = dayNumber('2027-01-04');
		const bars = (['delivery', 'maintenance', 'project'] as const).map((kind, lane) => {
			const id = `alc_${lane}`;
			rows.allocations.set(id, makeRow('allocations', id, { project: 'prj_a', kind }));
			return { id, from: at, to: at + (kind === 'project' ? 9 : 30), lane };
		});
		expect(listLaunches(readRows(rows), bars)).toMatchObject([{ lane: 0, isLate: false }]);
		const late = { id: 'alc_2', from: at, to: at + 20, lane: 2 };
		expect(listLaunches(readRows(rows), [...bars, late])).toMatchObject([
			{ lane: 0, isLate: true }
		]);
	});

	it("of modules stand for themselves where their day is another than the project's", () => {
		const rows = emptyRows();
		const launch = '2027-02-01';
		rows.projects.set('prj_a', makeRow('projects', 'prj_a', { title: 'A', launch }));
		const own = { mod_early: '2027-01-05', mod_same: launch, mod_open: null };
		const at = dayNumber('2027-01-04');
		const bars = Object.entries(own).map(([module, day], lane) => {
			rows.modules.set(
				module,
				makeRow('modules', module, { project: 'prj_a', title: module, launch: day })
			);
			const id = `alc_${lane}`;
			rows.allocations.set(id, makeRow('allocations', id, { project: 'prj_a', module }));
			return { id, from: at, to: at + 4 + lane, lane };
		});
		expect(listLaunches(readRows(rows), bars)).toMatchObject(
			[
				{ of: 'prj_a', lane: 2, isLate: false },
				{ of: 'mod_early', day: at + 1, lane: 0, isLate: true, title: /^A: mod_early is to launch/ }
			].map((mark) => ({
				...mark,
				title: mark.title ? expect.stringMatching(mark.title) : expect.any(String)
			}))
		);
	});
});
