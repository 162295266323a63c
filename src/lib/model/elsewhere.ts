// Work of this board's people on other boards of the organisation, as far as it fills their days. No member writes it,
// and it holds nothing of the other board but, where everybody here belongs to that board too, its name.

import { entity } from './entity.ts';
import { load, span } from './joint-fields.ts';
import { choice, ref, text, whole } from './plain-fields.ts';

export const elsewhere = entity({
	name: 'elsewhere',
	label: 'Work elsewhere',
	plural: 'Work elsewhere',
	prefix: 'els',
	home: 'server',
	fields: {
		person: ref({ label: 'Person', to: 'people', who: 'server' }),
		span: span({ label: 'Dates', who: 'server' }),
		load: load({ label: 'Load', who: 'server' }),
		certainty: choice({
			label: 'Certainty',
			who: 'server',
			empty: 'tentative',
			options: { tentative: 'Tentative', confirmed: 'Confirmed' }
		}),
		probabilityBp: whole({ label: 'Probability', who: 'server', unit: 'bp', max: 10_000 }),
		/** Name of the other board; empty for one that not everybody here may see. */
		label: text({ label: 'Board', who: 'server', max: 80 }),
		contour: choice({
			label: 'Contour',
			who: 'server',
			empty: 'flat',
			options: { flat: 'Even', front: 'More at the start', back: 'More at the end' }
		})
	}
});
