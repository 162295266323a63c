// What waits for the reader: sign-offs asked of them, bookings their home team confirms, time off they decide about. Each
// leads to where it is decided; who belongs to none of the boards is told whom to ask. Pure.
import { daysBetween, type Day } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { approvalKinds } from '#lib/model/people.ts';
import { isHomeTeam } from '#lib/policy/bookings.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { plans, type Actor } from '#lib/policy/roles.ts';
import type { Reader } from '../db/organisation.ts';
import type { Asked } from './asked.ts';
import type { Facts } from './facts.ts';
import { splitKey } from './keys.ts';
import { sayCount, saySpan } from './words.ts';

export interface Decision {
	kind: 'sign-off' | 'booking' | 'time-off';
	text: string;
	board: string;
	/** Days it has waited; null where nobody noted since when. */
	days: number | null;
	/** Where it is decided; null for a reader who does not belong to that board. */
	href: string | null;
	/** Set where it is decided on the spot. */
	asked?: Asked;
}

/** The longest waiting first. */
export function findDecisions(facts: Facts, reader: Reader): Decision[] {
	const found = facts.boards.flatMap((board) => {
		const belongs = reader.boards.find((one) => one.id === board.id);
		const actor: Actor | null = belongs
			? { user: reader.user, person: reader.person, role: belongs.role, preset: belongs.preset }
			: null;
		return [
			...findSignOffs(facts, board, reader.person, actor),
			...(actor ? findBookings(facts, board, actor) : []),
			...(actor ? findTimeOff(facts, board, actor) : [])
		];
	});
	return found.sort((a, b) => (b.days ?? -1) - (a.days ?? -1) || (a.text < b.text ? -1 : 1));
}

type Board = Facts['boards'][number];

function findSignOffs(facts: Facts, board: Board, person: string, actor: Actor | null): Decision[] {
	const { reader, today } = facts;
	const mayRecord = actor !== null && canCommand(actor, 'record-approval').ok;
	return [...reader.all('approvals')].flatMap((row): Decision[] => {
		const asked = row.by === '' && !row.revoked && row.askedOn !== null;
		const mine = (person !== '' && row.askedOf === person) || (row.askedOf === 'team' && mayRecord);
		const project = reader.get('projects', row.project);
		if (!asked || !mine || !project || splitKey(row.id).board !== board.id) return [];
		const days = Math.max(0, daysBetween(row.askedOn!, today));
		return [
			{
				kind: 'sign-off',
				text: `${approvalKinds[row.kind]} for ${project.title}, asked ${sayCount(days, 'day')} ago`,
				board: board.name,
				days,
				href: actor && `/b/${board.id}/board?card=${splitKey(project.id).id}`
			}
		];
	});
}

function findBookings(facts: Facts, board: Board, actor: Actor): Decision[] {
	const { reader, today } = facts;
	return [...reader.all('allocations')].flatMap((row): Decision[] => {
		if (row.certainty !== 'requested' || splitKey(row.id).board !== board.id) return [];
		if (!plans(actor) || !isHomeTeam(actor, row.person, reader) || row.span === null) return [];
		const name = reader.get('people', row.person)?.name ?? 'Somebody';
		const on = reader.get('projects', row.project)?.title ?? 'work without a project';
		const where = new URLSearchParams({ from: row.span.from, who: name });
		return [
			{
				kind: 'booking',
				text: `${name} is asked for on ${on}, ${saySpan(row.span, today)}`,
				board: board.name,
				days: null,
				href: `/b/${board.id}/timeline?${String(where)}`
			}
		];
	});
}

function findTimeOff(facts: Facts, board: Board, actor: Actor): Decision[] {
	const { reader, today, places } = facts;
	return [...reader.where('absences', 'requested', true as never)].flatMap((row) => {
		const person = reader.get('people', row.person);
		if (!person || row.span === null || row.span.to < today) return [];
		const home = isHomeTeam(actor, person.id, reader);
		if (!canCommand(actor, 'decide-absence', { home }).ok) return [];
		return places.shows(board.id, person.id) ? [sayTimeOff(board, person, row.span, today)] : [];
	});
}

function sayTimeOff(
	board: Board,
	person: EntityIn<'people'>,
	span: { from: Day; to: Day },
	today: Day
): Decision {
	return {
		kind: 'time-off',
		text: `${person.name} asks for time off, ${saySpan(span, today)}`,
		board: board.name,
		days: null,
		href: `/admin/people?board=${board.id}&person=${person.id}`
	};
}
