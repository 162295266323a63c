// One row of a list of people against the person it is about: what would change, or why it cannot. An empty cell
// changes nothing; the past keeps its hours.
import { patternOn } from '#lib/domain/calendar.ts';
import { spanDays, type Day } from '#lib/domain/days.ts';
import type { PatternRow, PersonRow } from '../../db/people.ts';
import { blankPerson, assumedWeek } from '../new-person.ts';
import { isZone } from '../input.ts';
import { recordId } from '../import/record-ids.ts';
import {
	readFte,
	readHours,
	readPercent,
	readRegion,
	readSkills,
	readYesNo,
	spreadWeek
} from './roster-cells.ts';
import { settleEmployment } from '../employment.ts';
import { describeChange, sumOf } from './roster-words.ts';
import type { Cells, PlannedRow, RosterFacts } from './roster-plan.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** `person` is who has the number, or the one without a number who is called so; undefined for somebody new. */
export function planPerson(
	cells: Cells,
	found: PersonRow | undefined,
	facts: RosterFacts
): Pick<PlannedRow, 'state' | 'notes' | 'person'> {
	const errors: string[] = [];
	const number = cells.text('number');
	const name = cells.text('name') || `${cells.text('firstName')} ${cells.text('lastName')}`.trim();
	if (number.length > 64) errors.push('The employee number is longer than 64 characters.');
	if (!found && name === '') errors.push('The name is missing.');
	const before: PersonRow = found ?? {
		...blankPerson(facts.organisation, recordId('per', facts.organisation, 'roster', number)),
		name
	};
	const change: Partial<PersonRow> = { externalId: number };
	for (const [field, target] of [
		['name', name],
		['title', cells.text('title')],
		['unit', cells.text('unit')]
	] as const) {
		if (target.length > 80) errors.push(`The ${field} is longer than 80 characters.`);
		else if (target !== '') change[field] = target;
	}
	read(
		cells,
		'region',
		errors,
		(cell) => readRegion(cell, facts.regions),
		'is no country or region we know',
		(region) => (change.region = region)
	);
	read(
		cells,
		'timeZone',
		errors,
		(cell) => (isZone(cell) ? cell : undefined),
		'is no time zone like Europe/London',
		(zone) => (change.timeZone = zone)
	);
	read(
		cells,
		'nonProject',
		errors,
		(cell) => readPercent(cell, 10_000),
		'is no share from 0 to 100 %',
		(bp) => (change.nonProjectBp = bp)
	);
	read(
		cells,
		'maxLoad',
		errors,
		(cell) => readPercent(cell, 30_000),
		'is no share from 0 to 300 %',
		(bp) => (change.maxLoadBp = bp)
	);
	read(
		cells,
		'active',
		errors,
		readYesNo,
		'is neither yes nor no',
		(active) => (change.active = active)
	);
	read(
		cells,
		'skills',
		errors,
		(cell) => readSkills(cell, before.skillLevels),
		'is no list of skills with levels from 1 to 5',
		(skills) => {
			change.skillLevels = skills;
			change.skills = skills.map((one) => one.skill);
		}
	);
	for (const field of ['starts', 'ends'] as const)
		read(
			cells,
			field,
			errors,
			(cell) => facts.readDay(cell),
			'is no date',
			(day) => (change[field] = day)
		);
	if (found) Object.assign(change, settleEmployment(found, change, facts.today));
	const [starts, ends] = [change.starts ?? before.starts, change.ends ?? before.ends];
	if (starts !== null && ends !== null && spanDays({ from: starts, to: ends }) === 0)
		errors.push(`Employment ends on ${ends}, before it starts on ${starts}.`);
	const patterns = found ? (facts.patterns.get(found.id) ?? []) : [];
	const pattern = planHours(cells, before, found !== undefined, patterns, facts, errors, change);
	if (errors.length > 0) return { state: 'error', notes: errors };
	const notes = describeChange(found ? before : undefined, change, pattern, patterns, facts.today);
	const shown = found !== undefined && facts.onBoard.has(found.id);
	if (found && !shown) notes.push('is shown on this board');
	const state = !found ? 'new' : notes.length > 0 ? 'changed' : 'unchanged';
	const isNew = !found;
	return { state, notes, person: { row: { ...before, ...change }, change, pattern, isNew } };
}

function read<T>(
	cells: Cells,
	target: string,
	errors: string[],
	reader: (cell: string) => T | undefined,
	otherwise: string,
	take: (value: T) => void
): void {
	const cell = cells.text(target);
	if (cell === '') return;
	const value = reader(cell);
	if (value === undefined)
		errors.push(`${cells.heading(target)}: "${cell.slice(0, 60)}" ${otherwise}.`);
	else take(value);
}

/** The pattern to set, or null where the hours stay. */
function planHours(
	cells: Cells,
	before: PersonRow,
	exists: boolean,
	patterns: readonly PatternRow[],
	facts: RosterFacts,
	errors: string[],
	change: Partial<PersonRow>
): PatternRow | null {
	let from: Day = facts.today;
	let isDated = false;
	read(
		cells,
		'hoursFrom',
		errors,
		(cell) => facts.readDay(cell),
		'is no date',
		(day) => {
			from = day;
			isDated = true;
		}
	);
	const current = patternOn(patterns, from)?.minutes;
	const wanted = readWeek(cells, before, exists, current, errors, change);
	if (!exists) return { from: null, minutes: [...(wanted ?? assumedWeek)] };
	if (!wanted || (current && wanted.every((minutes, i) => minutes === current[i]))) return null;
	const replaces = before.hoursAssumed && !isDated && patterns.length <= 1;
	return { from: replaces ? null : from, minutes: [...wanted] };
}

/** Minutes for Monday to Sunday: of single days, else of the week in the days worked now, else of a share of full time. */
function readWeek(
	cells: Cells,
	before: PersonRow,
	exists: boolean,
	current: readonly number[] | undefined,
	errors: string[],
	change: Partial<PersonRow>
): readonly number[] | undefined {
	if (weekdays.some((day) => cells.text(day) !== '')) {
		const minutes = weekdays.map((day) => {
			const cell = cells.text(day);
			const value = cell === '' ? 0 : readHours(cell, 1440);
			if (value === undefined)
				errors.push(`${cells.heading(day)}: "${cell}" is no number of hours up to 24.`);
			return value ?? 0;
		});
		change.hoursAssumed = false;
		return minutes;
	}
	if (cells.text('hours') !== '') {
		const total = readHours(cells.text('hours'), 7 * 1440);
		if (total === undefined)
			errors.push(
				`${cells.heading('hours')}: "${cells.text('hours')}" is no number of hours a week.`
			);
		else {
			change.hoursAssumed = false;
			return current && sumOf(current) === total ? current : spreadWeek(total, current ?? []);
		}
		return undefined;
	}
	const fte = cells.text('fte');
	if (fte === '' || (exists && !before.hoursAssumed)) return undefined;
	const share = readFte(fte);
	if (share === undefined)
		errors.push(`${cells.heading('fte')}: "${fte}" is no share of full time.`);
	const total = Math.round((sumOf(assumedWeek) * (share ?? 0)) / 10_000);
	return current && sumOf(current) === total ? current : spreadWeek(total, current ?? []);
}
