// An allocation: a person (or an open role) booked on work over a span. Unknown load is unknown, never zero.

import { entity } from './entity.ts';
import { load, span } from './joint-fields.ts';
import { choice, flag, ref, text, whole } from './plain-fields.ts';

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
			options: { tentative: 'Tentative', confirmed: 'Confirmed' }
		}),
		probabilityBp: whole({ label: 'Probability', unit: 'bp', max: 10_000 }),
		note: text({ label: 'Note', max: 200 }),
		source: text({ label: 'Source', who: 'once', max: 120 }),
		archived: flag({ label: 'Archived' })
	}
});
