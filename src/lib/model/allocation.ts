// An allocation: a person (or an open role) booked on work over a span. Unknown load is unknown, never zero.

import { entity } from './entity.ts';
import { load, span } from './joint-fields.ts';
import { choice, flag, instant, ref, text, whole } from './plain-fields.ts';

export const allocations = entity({
	name: 'allocations',
	label: 'Allocation',
	plural: 'Allocations',
	prefix: 'alc',
	fields: {
		person: ref({ label: 'Person', to: 'people' }),
		role: text({ label: 'Open role', max: 80 }),
		project: ref({ label: 'Project', to: 'projects' }),
		module: ref({ label: 'Module', to: 'modules' }),
		task: ref({ label: 'Task', to: 'tasks' }),
		span: span({ label: 'Dates' }),
		load: load({ label: 'Load' }),
		certainty: choice({
			label: 'Certainty',
			empty: 'tentative',
			/** `requested`: somebody of another home team, until that team confirms; counts like tentative. */
			options: { tentative: 'Tentative', confirmed: 'Confirmed', requested: 'Requested' }
		}),
		probabilityBp: whole({ label: 'Probability', unit: 'bp', max: 10_000 }),
		note: text({ label: 'Note', max: 200 }),
		source: text({ label: 'Source', who: 'once', max: 120 }),
		archived: flag({ label: 'Archived' }),
		/** Delivery and maintenance go on after the launch; `other` needs no project. */
		kind: choice({
			label: 'Kind',
			empty: 'project',
			options: {
				project: 'Project work',
				delivery: 'Delivery',
				maintenance: 'Maintenance',
				other: 'Non-project work'
			}
		}),
		/** Keeps its dates, its load and its person until it is unlocked (P-22). */
		locked: flag({ label: 'Locked' }),
		/** How minutes in all lie over the days. */
		contour: choice({
			label: 'Contour',
			empty: 'flat',
			options: { flat: 'Even', front: 'More at the start', back: 'More at the end' }
		}),
		/** What an open role asks for beside its name; no level is any level. */
		skill: text({ label: 'Skill', max: 80 }),
		level: whole({ label: 'Level', min: 1, max: 5 }),
		confirmedAt: instant({ label: 'Confirmed at', who: 'server' }),
		confirmedBy: ref({ label: 'Confirmed by', to: 'people', who: 'server' })
	}
});
