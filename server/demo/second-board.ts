// The demo's second board: another team of the organisation, which has borrowed three people of the first. On the first
// board they show as busy elsewhere, and nothing more: nobody there belongs to this one.

import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { defaultWorkflow } from '#lib/domain/workflows.ts';
import { ranksBetween } from '#lib/doc/rank.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Load } from '#lib/model/joint-fields.ts';
import type { ContentType } from '#lib/model/project.ts';
import { mirrorBoard } from '../commands/mirror-board.ts';
import { assumedWeek, blankPerson } from '../commands/new-person.ts';
import { addBoard, listDemoBoards } from '../db/board-settings.ts';
import { putPastMoves } from '../db/flow.ts';
import { putMembership } from '../db/memberships.ts';
import { addPersonRow, putOnBoard, putPattern } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { addUser } from '../db/users.ts';
import type { Services } from '../services.ts';
import { makeHistory } from './history.ts';
import { demoPersonId } from './plan.ts';

const BOARD = 'brd_demo_compliance';
const LEAD = demoPersonId('nadia');
const LOGIN = 'compliance';

interface Project {
	key: string;
	title: string;
	/** Place of its stage in the workflow. */
	stage: number;
	type: ContentType;
	hours?: number;
	/** Days from the Monday of this week. */
	launch?: number;
}

const projects: readonly Project[] = [
	{
		key: 'aml',
		title: 'Money laundering refresh',
		stage: 3,
		type: 'course',
		hours: 90,
		launch: 47
	},
	{
		key: 'sanctions',
		title: 'Sanctions screening',
		stage: 2,
		type: 'course',
		hours: 60,
		launch: 75
	},
	{ key: 'retention', title: 'Keeping and deleting records', stage: 1, type: 'jobaid', hours: 24 },
	{ key: 'vendors', title: 'Risks of third parties', stage: 1, type: 'workshop' },
	{ key: 'conflicts', title: 'Conflicts of interest', stage: 0, type: 'video' }
];

/** Too few for likely and safe dates: this board's launches are forecast as a range. */
const LAUNCHED: readonly (readonly [title: string, type: ContentType])[] = [
	['Gifts and hospitality', 'course'],
	['Competition law', 'course'],
	['Trade sanctions 2026', 'jobaid'],
	['Market abuse', 'course']
];

const stageId = (key: string): string => `stg_cmp_${key}`;

/** Weeks count from this one, both ends included. */
const bookings: readonly {
	person: string;
	project: string;
	from: number;
	to: number;
	load: Load | null;
	tentative?: true;
}[] = [
	{ person: 'nadia', project: 'aml', from: -2, to: 6, load: { mode: 'percent', amount: 5000 } },
	{ person: 'jonas', project: 'aml', from: -1, to: 5, load: { mode: 'perDay', amount: 60 } },
	{ person: 'grace', project: 'aml', from: 6, to: 6, load: { mode: 'total', amount: 12 * 60 } },
	{
		person: 'grace',
		project: 'sanctions',
		from: 8,
		to: 10,
		load: { mode: 'percent', amount: 2000 }
	},
	{
		person: 'marcus',
		project: 'sanctions',
		from: 7,
		to: 9,
		load: { mode: 'total', amount: 30 * 60 },
		tentative: true
	}
];

/** The board, its owner and whom it shows; in the transaction that makes the demo's organisation. */
export async function writeSecondBoard(
	tx: Reach,
	organisation: string,
	timeZone: string,
	passwordHash: string
): Promise<void> {
	await addBoard(tx, {
		...{ id: BOARD, organisation, name: 'Compliance refresh', preset: 'standard' },
		...{ timeZone, isDemo: true }
	});
	const id = `usr_demo_${LOGIN}`;
	const name = 'Nadia Haddad';
	const email = `${LOGIN}@demo.example`;
	await addUser(tx, { id, organisation, email, name, passwordHash });
	await addPersonRow(tx, {
		...blankPerson(organisation, LEAD),
		...{ name, title: 'Compliance training lead', region: 'GB-ENG', timeZone, userId: id },
		...{ unit: 'Compliance', hoursAssumed: false }
	});
	await putPattern(tx, LEAD, { from: null, minutes: assumedWeek });
	await putMembership(tx, BOARD, id, 'owner');
	for (const person of new Set(bookings.map((one) => demoPersonId(one.person))))
		await putOnBoard(tx, BOARD, person);
}

/** Fills the board where it is empty. */
export async function fillSecondBoard(
	services: Services,
	organisation: string,
	today: Day
): Promise<void> {
	const { collab, db } = services;
	if (!(await listDemoBoards(db.orm, organisation)).includes(BOARD)) return;
	const isEmpty = await collab.read(BOARD, (board) => board.rows('stages').size === 0);
	if (!isEmpty) return;
	const past = makeHistory({
		...{ id: 'prj_cmp_past', launched: LAUNCHED, stageId, today },
		cards: projects.map(({ key, stage }) => ({
			...{ cardKind: 'projects' as const, card: `prj_cmp_${key}`, place: stage }
		}))
	});
	await putPastMoves(db.orm, BOARD, past.moves);
	await collab.edit(BOARD, 'server', 'demo', (board) => {
		writeRows(board, mondayOf(today));
		for (const { id, ...given } of past.projects) board.create('projects', id, given);
	});
	await mirrorBoard(services, BOARD);
}

function writeRows(board: BoardDoc, monday: Day): void {
	const { stages } = defaultWorkflow;
	const middle = (): number => 0.5;
	const stageRanks = ranksBetween(null, null, stages.length, middle);
	for (const [i, { name, phase, gate, softLimit }] of stages.entries())
		board.create('stages', stageId(stages[i]!.key), {
			name,
			phase,
			gate,
			softLimit,
			rank: stageRanks[i]!
		});
	const ranks = ranksBetween(null, null, projects.length, middle);
	for (const [i, { key, title, stage, type, hours, launch }] of projects.entries())
		board.create('projects', `prj_cmp_${key}`, {
			...{ title, contentType: type, lead: LEAD, mandatory: true },
			position: { stage: stageId(stages[stage]!.key), rank: ranks[i]! },
			effortMinutes: hours === undefined ? null : hours * 60,
			launch: launch === undefined ? null : addDays(monday, launch)
		});
	for (const [i, { person, project, from, to, load, tentative }] of bookings.entries())
		board.create('allocations', `alc_cmp_${i}`, {
			...{ person: demoPersonId(person), project: `prj_cmp_${project}`, load },
			span: { from: addDays(monday, from * 7), to: addDays(monday, to * 7 + 4) },
			certainty: tentative ? 'tentative' : 'confirmed'
		});
}
