// Seeds the demo organisation once, into storage that holds no organisation yet, and finishes what a crash left half
// done. Prints the password when it made one up. Refuses to touch anybody's own data.

import { randomBytes } from 'node:crypto';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { memberCollections, type CollectionName, type EntityIn } from '#lib/model/board.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { hashPassword } from '../auth/passwords.ts';
import { mirrorBoard } from '../commands/mirror-board.ts';
import { addAbsence } from '../db/absences.ts';
import { addApproval } from '../db/approvals.ts';
import { addBoard, listDemoBoards } from '../db/board-settings.ts';
import { DEMO_CALENDAR, putClosingDays } from '../db/closing-days.ts';
import { putPastMoves } from '../db/flow.ts';
import { putMembership } from '../db/memberships.ts';
import { changeOrganisation } from '../db/organisation.ts';
import { addPersonRow, putOnBoard, putPattern } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { addOrganisation, addUser, hasOrganisations } from '../db/users.ts';
import type { Services } from '../services.ts';
import { buildDemoHistory } from './history.ts';
import { demoPeople, type DemoPerson } from './people.ts';
import { buildDemoPlan, demoPersonId, firstSpans, type DemoRows } from './plan.ts';
import { fillSecondBoard, writeSecondBoard } from './second-board.ts';

const ORGANISATION = 'org_demo';
const BOARD = 'brd_demo';
const ZONE = 'Europe/London';

/** Resolves when the demo stands, or when storage already holds an organisation of somebody's own. */
export async function seedDemo(services: Services): Promise<void> {
	const { db, clock, collab, settings, log } = services;
	const today = clock.today(ZONE);
	const rows = buildDemoPlan(today);
	if (!(await hasOrganisations(db.orm))) {
		const password = settings.demoPassword ?? randomBytes(9).toString('base64url');
		const passwordHash = await hashPassword(password);
		await db.orm.transaction((tx) => writeOrganisation(tx, today, rows, passwordHash));
		if (settings.demoPassword === undefined)
			process.stdout.write(
				`Demo logins owner@, planner@, leader@, designer@, viewer@, and compliance@demo.example for the second board; password ${password}\n`
			);
		log.info('the demo organisation was written');
	}
	await fillSecondBoard(services, ORGANISATION, today);
	if (!(await listDemoBoards(db.orm, ORGANISATION)).includes(BOARD)) return;
	const has = await collab.read(BOARD, (board) => ({
		stages: board.rows('stages').size > 0,
		people: board.rows('people').size > 0
	}));
	if (!has.stages) {
		const past = buildDemoHistory(rows, today);
		await putPastMoves(db.orm, BOARD, past.moves);
		await collab.edit(BOARD, 'server', 'demo', (board) => {
			writeBoard(board, rows, today);
			for (const { id, ...given } of past.projects) board.create('projects', id, given);
		});
	}
	// Later starts leave it to whoever opens the board: reading the holidays of four countries takes a while.
	if (!has.people) await mirrorBoard(services, BOARD);
}

/** Bookings that have grown are made as they were first, then grow: the board knows what it was told. */
function writeBoard(board: BoardDoc, rows: DemoRows, today: Day): void {
	const first = firstSpans(today);
	const allocations = new Map(rows.allocations);
	for (const [id, span] of first) allocations.set(id, { ...allocations.get(id)!, span });
	for (const collection of memberCollections) copyRows(board, collection, { ...rows, allocations });
	for (const id of first.keys())
		board.write('allocations', id, 'span', rows.allocations.get(id)!.span);
}

function copyRows<C extends CollectionName>(board: BoardDoc, collection: C, rows: DemoRows): void {
	for (const { id, ...given } of rows[collection].values())
		board.create(collection, id, given as Partial<Omit<EntityIn<C>, 'id'>>);
}

async function writeOrganisation(
	tx: Reach,
	today: Day,
	rows: DemoRows,
	passwordHash: string
): Promise<void> {
	await addOrganisation(tx, ORGANISATION, 'Harbour Goods (demo)');
	await changeOrganisation(tx, ORGANISATION, { leadersSeePeople: true });
	await addBoard(tx, {
		id: BOARD,
		organisation: ORGANISATION,
		name: 'Learning team',
		preset: 'standard',
		timeZone: ZONE,
		isDemo: true
	});
	for (const person of demoPeople) await writePerson(tx, person, mondayOf(today), passwordHash);
	await writeSecondBoard(tx, ORGANISATION, ZONE, passwordHash);
	await writeClosingDay(tx, addDays(mondayOf(today), 67));
	for (const approval of rows.approvals.values())
		await addApproval(tx, {
			...approval,
			board: BOARD,
			at: approval.at === 0 ? null : new Date(approval.at),
			reason: ''
		});
}

/** A Friday ten weeks from now, on which the whole company volunteers. */
async function writeClosingDay(tx: Reach, day: Day): Promise<void> {
	await putClosingDays(tx, [
		{
			...{ id: 'clo_demo_0', organisation: ORGANISATION, region: '', from: day, to: day },
			...{ minutesPerDay: null, name: 'Volunteering day', source: DEMO_CALENDAR, works: false }
		}
	]);
}

async function writePerson(
	tx: Reach,
	person: DemoPerson,
	monday: Day,
	passwordHash: string
): Promise<void> {
	const id = demoPersonId(person.key);
	const user = person.login ? `usr_demo_${person.login}` : null;
	if (user && person.login) {
		await addUser(tx, {
			id: user,
			organisation: ORGANISATION,
			email: `${person.login}@demo.example`,
			name: person.name,
			passwordHash
		});
		await putMembership(tx, BOARD, user, person.login);
	}
	await addPersonRow(tx, {
		id,
		organisation: ORGANISATION,
		externalId: null,
		name: person.name,
		title: person.title,
		region: person.region,
		timeZone: person.timeZone,
		nonProjectBp: person.nonProjectBp ?? 2000,
		hoursAssumed: person.assumed ?? false,
		skills: [...person.skills],
		starts: null,
		ends: null,
		active: true,
		userId: user,
		unit: person.unit,
		skillLevels: person.skills.map((skill, i) => ({ skill, level: person.levels[i] ?? 3 })),
		maxLoadBp: person.maxLoadBp ?? null,
		nonProjectFrom: [],
		ownDays: []
	});
	await putPattern(tx, id, { from: null, minutes: person.week.map((hours) => hours * 60) });
	await putOnBoard(tx, BOARD, id);
	for (const [i, leave] of (person.leave ?? []).entries())
		await addAbsence(tx, {
			id: `abs_demo_${person.key}_${i}`,
			person: id,
			from: addDays(monday, leave.from),
			to: addDays(monday, leave.to),
			minutesPerDay: leave.minutesPerDay ?? null,
			kind: 'leave',
			status: leave.requested ? 'requested' : 'approved'
		});
}
