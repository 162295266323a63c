// A module (work package) of a project: moves through the stages on its own and may carry a language.

import { dependencies } from './dependency-field.ts';
import { entity } from './entity.ts';
import { duties, override, position } from './joint-fields.ts';
import { day, flag, hours, ref, text, whole } from './plain-fields.ts';

export const modules = entity({
	name: 'modules',
	label: 'Module',
	plural: 'Modules',
	prefix: 'mod',
	fields: {
		project: ref({ label: 'Project', to: 'projects', who: 'once' }),
		title: text({ label: 'Title', who: 'lead' }),
		position: position({ label: 'Position', who: 'lead' }),
		lead: ref({ label: 'Lead', to: 'people' }),
		language: text({ label: 'Language', who: 'lead', max: 35 }),
		effortMinutes: hours({ label: 'Effort', who: 'lead' }),
		launch: day({ label: 'Launch' }),
		duties: duties({ label: 'Duties' }),
		brief: text({ label: 'Brief', who: 'lead', max: 8000, multiline: true }),
		blocked: text({ label: 'Blocked', who: 'lead', max: 200 }),
		override: override({ label: 'Moved past a gate' }),
		seatMinutes: whole({ label: 'Seat time', who: 'lead', unit: 'min', max: 100_000 }),
		notes: text({ label: 'Notes', who: 'lead', max: 8000, multiline: true }),
		source: text({ label: 'Source', who: 'once', max: 120 }),
		archived: flag({ label: 'Archived' }),
		after: dependencies({ label: 'Waits for', who: 'lead' })
	}
});
