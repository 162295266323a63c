// Who may write what, by hand and on purpose not read from the product: a letter for each who may.
//   O owner   P planner   L leader   V viewer
//   D designer who leads the project   A designer the task is assigned to   N designer who is neither
// A change of the policy must be said twice, there and here.
import type { CollectionName } from '#lib/model/board.ts';

export const people = {
	O: 'per_olga',
	P: 'per_pia',
	L: 'per_lea',
	V: 'per_vic',
	D: 'per_dan',
	A: 'per_ann',
	N: 'per_nia'
} as const;
export type Letter = keyof typeof people;
export const letters = Object.keys(people) as Letter[];

export interface OracleRow {
	/** The record the writes are tried on. */
	record: Record<string, unknown>;
	/** Who may, and the value tried. */
	fields: Record<string, [who: string, value: unknown]>;
	/** The record whose patches are taken away again: same rights as writing the record's own value. */
	reset: { record: Record<string, unknown>; patches: Record<string, unknown> };
}

const span = { from: '2026-03-02', to: '2026-03-06' };
const later = { from: '2026-04-06', to: '2026-04-10' };
const waiting = (on: string) => [{ on, type: 'FS', lagDays: 2 }];
const NOBODY = '';

export const oracle: Record<CollectionName, OracleRow> = {
	stages: {
		record: { name: 'Spare', rank: 'a8' },
		fields: {
			name: ['OP', 'Parked'],
			rank: ['OP', 'a9'],
			gate: ['OP', { sized: 'require' }],
			softLimit: ['OP', 4],
			phase: ['OP', 'Later'],
			archived: ['OP', true]
		},
		reset: {
			record: { name: 'Spare', rank: 'a8' },
			patches: { name: 'Other', rank: 'a9', gate: { sized: 'remind' }, softLimit: 3, phase: 'x' }
		}
	},
	projects: {
		record: { title: 'One', lead: people.D, position: { stage: 'stg_first', rank: 'a0' } },
		fields: {
			title: ['OPD', 'Changed'],
			position: ['OPD', { stage: 'stg_first', rank: 'a5' }],
			lead: ['OP', people.N],
			code: ['OP', 'C-1'],
			contentType: ['OPD', 'video'],
			effortMinutes: ['OPD', 600],
			launch: ['OP', '2026-06-01'],
			mandatory: ['OP', true],
			priority: ['OP', 'expedite'],
			duties: ['OP', { sme: people.N }],
			brief: ['OPD', 'Teach'],
			blocked: ['OPD', 'Waiting'],
			override: ['OP', { stage: 'stg_first', reason: 'Because', by: 'SELF' }],
			audience: ['OPD', 'Sales'],
			seatMinutes: ['OPD', 30],
			notes: ['OPD', 'Note'],
			source: [NOBODY, 'sheet'],
			archived: ['OP', true],
			after: ['OPD', waiting('prj_other')],
			committed: ['OP', true]
		},
		reset: {
			record: { title: 'One', position: { stage: 'stg_first', rank: 'a0' } },
			patches: {
				lead: people.D,
				title: 'Two',
				position: { stage: 'stg_first', rank: 'a3' },
				code: 'C-2',
				effortMinutes: 60,
				launch: '2026-05-01',
				mandatory: true,
				duties: { qa: people.N },
				brief: 'b',
				source: 'row 7'
			}
		}
	},
	modules: {
		record: { title: 'M', project: 'prj_write', position: { stage: 'stg_first', rank: 'a0' } },
		fields: {
			project: [NOBODY, 'prj_other'],
			title: ['OPD', 'Changed'],
			position: ['OPD', { stage: 'stg_first', rank: 'a5' }],
			lead: ['OP', people.D],
			language: ['OPD', 'fr'],
			effortMinutes: ['OPD', 60],
			launch: ['OP', '2026-06-01'],
			duties: ['OP', { sme: people.N }],
			brief: ['OPD', 'Teach'],
			blocked: ['OPD', 'Waiting'],
			override: ['OP', { stage: 'stg_first', reason: 'Because', by: 'SELF' }],
			seatMinutes: ['OPD', 30],
			notes: ['OPD', 'Note'],
			source: [NOBODY, 'sheet'],
			archived: ['OP', true],
			after: ['OPD', waiting('mod_other')]
		},
		reset: {
			record: { title: 'M', project: 'prj_write' },
			patches: { title: 'N', lead: 'per_zoe', language: 'de', launch: '2026-05-01', notes: 'n' }
		}
	},
	tasks: {
		record: { title: 'T', project: 'prj_write', assignee: people.A },
		fields: {
			project: [NOBODY, 'prj_other'],
			module: ['OPD', 'mod_write'],
			title: ['OPD', 'Changed'],
			status: ['OPDA', 'doing'],
			assignee: ['OPD', people.N],
			role: ['OPD', 'Author'],
			stage: ['OPD', 'stg_first'],
			effortMinutes: ['OPD', 60],
			remainingMinutes: ['OPDA', 30],
			span: ['OPD', span],
			rank: ['OPD', 'a7'],
			notes: ['OPDA', 'Note'],
			source: [NOBODY, 'sheet'],
			archived: ['OPD', true],
			skill: ['OPD', 'Storyline'],
			level: ['OPD', 3],
			after: ['OPD', waiting('tsk_other')]
		},
		reset: {
			record: { title: 'T', project: 'prj_write' },
			patches: {
				assignee: people.A,
				title: 'U',
				status: 'done',
				remainingMinutes: 5,
				notes: 'n',
				span: later,
				role: 'Editor'
			}
		}
	},
	checkItems: {
		record: { task: 'tsk_write', text: 'Check' },
		fields: {
			task: [NOBODY, 'tsk_reset'],
			text: ['OPDA', 'Changed'],
			done: ['OPDA', true],
			rank: ['OPDA', 'a4'],
			archived: ['OPDA', true]
		},
		reset: {
			record: { task: 'tsk_write', text: 'Check' },
			patches: { text: 'Other', done: true, rank: 'a4', archived: true }
		}
	},
	/** Dan's comment; everybody's own is in `makings`. */
	comments: {
		record: { project: 'prj_write', author: people.D, body: 'Hello', at: 1 },
		fields: {
			project: [NOBODY, 'prj_other'],
			module: [NOBODY, 'mod_write'],
			task: [NOBODY, 'tsk_write'],
			author: [NOBODY, people.N],
			body: ['D', 'Mended'],
			at: [NOBODY, 2],
			archived: ['D', true]
		},
		reset: {
			record: { project: 'prj_write', author: people.D, body: 'Hello', at: 1 },
			patches: { body: 'Mended', archived: true }
		}
	},
	allocations: {
		record: { person: people.N, project: 'prj_write', certainty: 'tentative', span },
		fields: {
			person: ['OPD', people.A],
			role: ['OPD', 'Author'],
			project: ['OPD', 'prj_led'],
			module: ['OPD', 'mod_write'],
			task: ['OPD', 'tsk_write'],
			span: ['OPD', later],
			load: ['OPD', { mode: 'perDay', amount: 60 }],
			certainty: ['OP', 'confirmed'],
			probabilityBp: ['OPD', 5000],
			note: ['OPD', 'Note'],
			source: [NOBODY, 'sheet'],
			archived: ['OPD', true],
			kind: ['OPD', 'delivery'],
			locked: ['OP', true],
			contour: ['OPD', 'front'],
			skill: ['OPD', 'Storyline'],
			level: ['OPD', 3],
			confirmedAt: [NOBODY, 5],
			confirmedBy: [NOBODY, people.D]
		},
		reset: {
			record: { person: people.N, project: 'prj_led', certainty: 'confirmed' },
			patches: { project: 'prj_write', certainty: 'tentative', note: 'n', span, role: 'x' }
		}
	},
	people: {
		record: { name: 'Zoe' },
		fields: {
			name: [NOBODY, 'Changed'],
			title: [NOBODY, 'Chief'],
			region: [NOBODY, 'FR'],
			timeZone: [NOBODY, 'Europe/Paris'],
			patterns: [NOBODY, [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }]],
			hoursAssumed: [NOBODY, true],
			nonProjectBp: [NOBODY, 100],
			skills: [NOBODY, ['Storyline']],
			starts: [NOBODY, '2026-01-01'],
			ends: [NOBODY, '2026-12-31'],
			role: [NOBODY, 'owner'],
			active: [NOBODY, true],
			unit: [NOBODY, 'Studio'],
			skillLevels: [NOBODY, [{ skill: 'Storyline', level: 4 }]],
			maxLoadBp: [NOBODY, 12_000],
			nonProjectFrom: [NOBODY, [{ from: '2026-09-01', bp: 3000 }]],
			ownDays: [NOBODY, [{ day: '2026-08-08', minutes: 240 }]],
			homePlans: [NOBODY, true]
		},
		reset: { record: { name: 'Zoe' }, patches: { name: 'Zoë', role: 'owner', active: true } }
	},
	absences: {
		record: { person: people.N, span },
		fields: {
			person: [NOBODY, people.A],
			region: [NOBODY, 'FR'],
			span: [NOBODY, later],
			minutesPerDay: [NOBODY, 60],
			label: [NOBODY, 'Holiday'],
			requested: [NOBODY, true],
			closure: [NOBODY, true]
		},
		reset: { record: { person: people.N, span }, patches: { span: later, minutesPerDay: 30 } }
	},
	approvals: {
		record: { project: 'prj_write', kind: 'sme', askedOf: people.D },
		fields: {
			project: [NOBODY, 'prj_other'],
			module: [NOBODY, 'mod_write'],
			kind: [NOBODY, 'launch'],
			askedOf: [NOBODY, people.N],
			askedOn: [NOBODY, '2026-02-01'],
			by: [NOBODY, people.D],
			at: [NOBODY, 5],
			solo: [NOBODY, true],
			revoked: [NOBODY, true]
		},
		reset: {
			record: { project: 'prj_write', kind: 'sme' },
			patches: { by: people.D, at: 9, solo: true, revoked: true }
		}
	},
	elsewhere: {
		record: { person: people.N, span, load: { mode: 'perDay', amount: 60 } },
		fields: {
			person: [NOBODY, people.A],
			span: [NOBODY, later],
			load: [NOBODY, { mode: 'perDay', amount: 30 }],
			certainty: [NOBODY, 'confirmed'],
			probabilityBp: [NOBODY, 5000],
			label: [NOBODY, 'Secret'],
			contour: [NOBODY, 'front']
		},
		reset: { record: { person: people.N, span }, patches: { span: later, label: 'x' } }
	}
};

/** Who may make a record of this kind, and take it away again while nobody has touched it. */
export const makings: [name: string, collection: CollectionName, who: string, record: object][] = [
	['a stage', 'stages', 'OP', { name: 'New' }],
	['a project', 'projects', 'OP', { title: 'New' }],
	['a module', 'modules', 'OP', { title: 'New', project: 'prj_write' }],
	['a task', 'tasks', 'OPD', { title: 'New', project: 'prj_write' }],
	['a task elsewhere', 'tasks', 'OP', { title: 'New', project: 'prj_other' }],
	[
		'a task under a led module of another project',
		'tasks',
		'OP',
		{
			title: 'New',
			project: 'prj_other',
			module: 'mod_write'
		}
	],
	['a check item', 'checkItems', 'OPDA', { text: 'New', task: 'tsk_write' }],
	['a comment', 'comments', 'OPLDAN', { body: 'New', author: 'SELF', at: 1 }],
	['a comment in another’s name', 'comments', NOBODY, { body: 'New', author: 'per_zoe', at: 1 }],
	['a tentative booking', 'allocations', 'OPD', { project: 'prj_write', certainty: 'tentative' }],
	['a confirmed booking', 'allocations', 'OP', { project: 'prj_write', certainty: 'confirmed' }],
	['a requested booking', 'allocations', 'OPD', { project: 'prj_write', certainty: 'requested' }],
	['a locked booking', 'allocations', 'OP', { project: 'prj_write', locked: true }],
	[
		'a booking confirmed in another’s name',
		'allocations',
		NOBODY,
		{ project: 'prj_write', certainty: 'confirmed', confirmedAt: 5, confirmedBy: people.P }
	],
	['a booking elsewhere', 'allocations', 'OP', { project: 'prj_other', certainty: 'tentative' }],
	['a person', 'people', NOBODY, { name: 'New' }],
	['an absence', 'absences', NOBODY, { person: people.N, span }],
	['an approval', 'approvals', NOBODY, { project: 'prj_write', by: 'SELF', at: 1 }],
	['work elsewhere', 'elsewhere', NOBODY, { person: 'SELF', span }]
];
