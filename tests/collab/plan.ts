// A small plan every collaboration test starts from: three people who may write, two projects with modules, tasks and
// bookings, three stages of which the last asks for a launch sign-off. Ids say what they are.
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Actor, Preset, Role } from '#lib/policy/roles.ts';

export const stage = {
	requests: 'stg_requests',
	build: 'stg_build',
	launch: 'stg_launch'
} as const;
export const person = {
	owner: 'per_olga',
	planner: 'per_pia',
	leader: 'per_lea',
	dan: 'per_dan',
	eva: 'per_eva',
	viewer: 'per_vic'
} as const;

/** Login of each person of the plan. */
export const userOf = (who: keyof typeof person): string => `user-${who}`;

const roleOf: Record<keyof typeof person, Role> = {
	owner: 'owner',
	planner: 'planner',
	leader: 'leader',
	dan: 'designer',
	eva: 'designer',
	viewer: 'viewer'
};

export function actorOf(who: keyof typeof person, preset: Preset = 'standard'): Actor {
	return { user: userOf(who), person: person[who], role: roleOf[who], preset };
}

/** Writes the plan into an empty document. Dan leads project one, Eva module two of project two. */
export function writePlan(board: BoardDoc): void {
	board.create('stages', stage.requests, { name: 'Requests', rank: 'a0' });
	board.create('stages', stage.build, { name: 'Build', rank: 'a1', gate: { brief: 'require' } });
	board.create('stages', stage.launch, {
		name: 'Launch',
		rank: 'a2',
		gate: { 'launch-signoff': 'require' }
	});
	for (const [who, id] of Object.entries(person))
		board.create('people', id, {
			name: who,
			active: true,
			role: roleOf[who as keyof typeof person]
		});
	const at = { stage: stage.requests, rank: 'a0' };
	board.create('projects', 'prj_one', { title: 'One', lead: person.dan, position: at });
	board.create('projects', 'prj_two', { title: 'Two', lead: person.planner, position: at });
	board.create('modules', 'mod_one', { title: 'M1', project: 'prj_one', position: at });
	board.create('modules', 'mod_two', { title: 'M2', project: 'prj_two', lead: person.eva });
	board.create('tasks', 'tsk_dan', {
		title: 'Storyboard',
		project: 'prj_two',
		assignee: person.dan
	});
	board.create('tasks', 'tsk_eva', { title: 'Record', project: 'prj_two', assignee: person.eva });
	board.create('tasks', 'tsk_led', { title: 'Script', project: 'prj_one', assignee: person.eva });
	board.create('checkItems', 'chk_dan', { task: 'tsk_dan', text: 'Draft' });
	board.create('comments', 'cmt_dan', {
		project: 'prj_two',
		author: person.dan,
		body: 'Hello',
		at: 1
	});
	board.create('allocations', 'alc_led', {
		project: 'prj_one',
		person: person.eva,
		certainty: 'tentative'
	});
	board.create('allocations', 'alc_two', {
		project: 'prj_two',
		person: person.dan,
		certainty: 'confirmed'
	});
}

/** The plan as one update, made by a client id nobody else has. */
export function planUpdate(): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const board = new BoardDoc(doc);
	doc.transact(() => writePlan(board));
	return Y.encodeStateAsUpdate(doc);
}

/** Everything a document says, comparable: roots that hold something in order, keys in order. */
export function contentOf(doc: Y.Doc): string {
	const roots = [...doc.share.keys()].filter((root) => doc.getMap(root).size > 0).sort();
	return JSON.stringify(
		roots.map((root) => [root, Object.entries(doc.getMap(root).toJSON()).sort()])
	);
}
