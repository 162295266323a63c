// A stage is a column of the board; its gate holds the conditions for entering it.

import { entity, type EntityOf } from './entity.ts';
import { gate } from './joint-fields.ts';
import { flag, rank, text, whole } from './plain-fields.ts';

export const stages = entity({
	name: 'stages',
	label: 'Stage',
	plural: 'Stages',
	prefix: 'stg',
	fields: {
		name: text({ label: 'Name', max: 60 }),
		rank: rank({ label: 'Rank' }),
		gate: gate({ label: 'Gate' }),
		softLimit: whole({ label: 'Soft limit', unit: 'cards', min: 1, max: 999 }),
		phase: text({ label: 'Phase', max: 40 }),
		archived: flag({ label: 'Archived' })
	}
});
export type Stage = EntityOf<typeof stages>;
