import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows, type BoardReader } from '#lib/model/board.ts';
import type { Project } from '#lib/model/project.ts';
import {
	countLateDays,
	findCardView,
	findLines,
	formatEffort,
	NO_VIEW,
	type CardView
} from './card-view.ts';
import {
	isFiltering,
	NO_FILTER,
	passesFilter,
	readFilter,
	toggle,
	writeFilter,
	type Filter
} from './filter.ts';

const today = '2027-01-10';

function makeBoard(given: Partial<Project> = {}): BoardReader {
	const rows = emptyRows();
	for (const [id, name] of [
		['stg_a', 'Build'],
		['stg_b', 'Launch'],
		['stg_c', 'Measure']
	] as const)
		rows.stages.set(id, makeRow('stages', id, { name, rank: `a${id.at(-1)}` }));
	rows.people.set('per_am', makeRow('people', 'per_am', { name: 'Amara Mensah' }));
	rows.projects.set(
		'prj_1',
		makeRow('projects', 'prj_1', {
			title: 'GDPR refresh',
			code: 'LD-214',
			lead: 'per_am',
			position: { stage: 'stg_a', rank: 'a1' },
			...given
		})
	);
	for (const [id, stage] of [
		['mod_1', 'stg_a'],
		['mod_2', 'stg_a'],
		['mod_3', 'stg_b']
	] as const)
		rows.modules.set(
			id,
			makeRow('modules', id, { project: 'prj_1', title: id, position: { stage, rank: 'a1' } })
		);
	return readRows(rows);
}

describe('what a card says', () => {
	it('says where its modules are', () => {
		const view = findCardView(makeBoard(), 'projects', 'prj_1', 'stg_a', today);
		expect(view?.progress).toBe('Build, 2 of 3 modules');
		expect(view?.effort).toBe('unsized');
		expect(view?.leadName).toBe('Amara Mensah');
	});

	it('puts all of it in one line for those who do not see it', () => {
		const board = makeBoard({ effortMinutes: 1560, launch: '2027-01-06', blocked: 'no SME' });
		expect(findCardView(board, 'projects', 'prj_1', 'stg_a', today)?.summary).toBe(
			'Course, LD-214, 26 h, launch 6 Jan, 4 days late, blocked: no SME, lead Amara Mensah, Build, 2 of 3 modules'
		);
	});

	it('gives a module what its project has where it has none itself', () => {
		const view = findCardView(
			makeBoard({ launch: '2028-02-01' }),
			'modules',
			'mod_3',
			'stg_b',
			today
		);
		expect([view?.launch, view?.lead, view?.progress]).toEqual([
			'1 Feb 2028',
			'per_am',
			'GDPR refresh'
		]);
	});

	it('says less where there is little room', () => {
		const view = (given: Partial<Project>): CardView =>
			findCardView(makeBoard(given), 'projects', 'prj_1', 'stg_a', today) ?? NO_VIEW;
		const late = view({ effortMinutes: 1560, launch: '2027-01-06' });
		expect(findLines(late, 'usual')).toEqual({
			figures: '  26 h  6 Jan',
			alarm: '  ▲ 4 d late',
			about: 'Course · Build, 2 of 3 modules'
		});
		expect(findLines(late, 'narrow')).toEqual({
			figures: '  26 h',
			alarm: '  ▲ 4 d late',
			about: 'Course · 2 of 3 modules'
		});
		expect(findLines(view({ launch: '2027-01-16' }), 'narrow').figures).toBe('  unsized  16 Jan');
		expect(findLines(view({ code: '' }), 'wide').figures).toBe('unsized');
		expect(findLines(view({}), 'wide')).toMatchObject({ figures: '  unsized', alarm: '' });
		expect(findLines(NO_VIEW, 'wide')).toEqual({ figures: '', alarm: '', about: '' });
	});

	it('has nothing to say of what is not there', () => {
		expect(findCardView(makeBoard(), 'projects', 'prj_x', 'stg_a', today)).toBeUndefined();
	});

	it('is never late in the last stage, on the day itself or without a date', () => {
		expect(countLateDays('2027-01-06', 'stg_a', 'stg_c', today)).toBe(4);
		expect(countLateDays('2027-01-06', 'stg_c', 'stg_c', today)).toBe(0);
		expect(countLateDays(today, 'stg_a', 'stg_c', today)).toBe(0);
		expect(countLateDays(null, 'stg_a', 'stg_c', today)).toBe(0);
	});

	it('prints hours as people read them', () => {
		expect([null, 0, 30, 90, 1560].map(formatEffort)).toEqual([
			'unsized',
			'0 h',
			'0.5 h',
			'1.5 h',
			'26 h'
		]);
	});
});

describe('the filter', () => {
	const around = { stage: 'stg_a', lastStage: 'stg_c', today };
	const passes = (filter: Partial<Filter>, given: Partial<Project> = {}): boolean =>
		passesFilter(makeBoard(given), 'projects', 'prj_1', { ...NO_FILTER, ...filter }, around);

	it('survives the address', () => {
		const filter: Filter = {
			text: 'gdpr & more',
			types: ['course', 'video'],
			leads: ['per_am', 'none'],
			marks: ['late']
		};
		const params = writeFilter(new URLSearchParams('card=prj_1'), filter);
		expect(params.get('card')).toBe('prj_1');
		expect(readFilter(new URLSearchParams(params.toString()))).toEqual(filter);
		expect(writeFilter(params, NO_FILTER).toString()).toBe('card=prj_1');
	});

	it('drops what it does not know', () => {
		const filter = readFilter(new URLSearchParams('type=spaceship&mark=__proto__'));
		expect(filter).toEqual(NO_FILTER);
		expect(isFiltering(filter)).toBe(false);
	});

	it('looks for every word in title, code and lead', () => {
		expect(passes({ text: 'amara 214' })).toBe(true);
		expect(passes({ text: 'amara 215' })).toBe(false);
	});

	it('asks every part', () => {
		expect(passes({ types: ['video'] })).toBe(false);
		expect(passes({ leads: ['none'] })).toBe(false);
		expect(passes({ leads: ['none'] }, { lead: '' })).toBe(true);
		expect(passes({ marks: ['late'] }, { launch: '2027-01-09' })).toBe(true);
		expect(passes({ marks: ['late', 'blocked'] }, { launch: '2027-01-09' })).toBe(false);
		expect(passes({ marks: ['unsized'] })).toBe(true);
	});

	it('toggles', () => {
		expect(toggle(['a'], 'a')).toEqual([]);
		expect(toggle(['a'], 'b')).toEqual(['a', 'b']);
	});
});
