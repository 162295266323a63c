// One row of a list of leave against what is recorded: new, changed, the same, gone, or why it cannot be. A leave is
// told by its reference, else by its first day, so that the same list twice changes nothing.
import { recordId, type Counter } from '../import/record-ids.ts';
import { checkDays } from '../absence-input.ts';
import { absenceKinds, type AbsenceRow } from '../../db/absences.ts';
import { readHours, readKind, readStatus } from './roster-cells.ts';
import type { Cells, PlannedRow, RosterFacts } from './roster-plan.ts';

type Planned = Pick<PlannedRow, 'state' | 'notes' | 'absence'>;

/** `person` is who has the number; `seen` numbers leaves that begin on the same day. */
export function planLeave(
	cells: Cells,
	person: string,
	facts: RosterFacts,
	seen: Counter
): Planned {
	const errors: string[] = [];
	const from = cells.text('from') === '' ? null : facts.readDay(cells.text('from'));
	const last = cells.text('to') === '' ? from : facts.readDay(cells.text('to'));
	if (from === null) errors.push('The first day is missing.');
	if (from === undefined)
		errors.push(`${cells.heading('from')}: "${cells.text('from')}" is no date.`);
	if (last === undefined && cells.text('to') !== '')
		errors.push(`${cells.heading('to')}: "${cells.text('to')}" is no date.`);
	const hours = cells.text('hours');
	const minutes = hours === '' ? null : readHours(hours, 1440);
	if (minutes === undefined || minutes === 0)
		errors.push(`${cells.heading('hours')}: "${hours}" is no number of hours of a day.`);
	const status = readStatus(cells.text('status'));
	if (!status)
		errors.push(
			`${cells.heading('status')}: "${cells.text('status')}" is neither approved, requested nor declined.`
		);
	if (from && last) {
		const days = checkDays(from, last);
		if (!days.ok) errors.push(days.problem.message);
	}
	if (errors.length > 0 || !from || !last || !status || minutes === undefined)
		return { state: 'error', notes: errors };
	const reference = cells.text('reference');
	const key = reference === '' ? `from ${from}` : `ref ${reference}`;
	const nth = seen.take(`${person} ${key}`);
	const id = recordId('abs', facts.organisation, 'leave', cells.text('number'), key, String(nth));
	const known = facts.absences.get(id) ?? facts.findSame(person, from, last);
	if (status === 'removed')
		return known
			? { state: 'changed', notes: [`${said(known)} goes`], absence: { remove: known.id } }
			: { state: 'unchanged', notes: [] };
	const kind = readKind(cells.text('kind'));
	const row: AbsenceRow = {
		id: known?.id ?? id,
		person,
		from,
		to: last,
		minutesPerDay: minutes,
		kind,
		status
	};
	if (!known) return { state: 'new', notes: [said(row)], absence: { put: row } };
	if (said(known) === said(row)) return { state: 'unchanged', notes: [] };
	return { state: 'changed', notes: [`${said(known)} → ${said(row)}`], absence: { put: row } };
}

function said({ from, to, minutesPerDay, kind, status }: AbsenceRow): string {
	const days = from === to ? from : `${from} to ${to}`;
	const part = minutesPerDay === null ? '' : `, ${Number((minutesPerDay / 60).toFixed(2))} h a day`;
	const word = kind in absenceKinds ? absenceKinds[kind as keyof typeof absenceKinds] : kind;
	return `${days}${part}, ${word.toLowerCase()}, ${status}`;
}
