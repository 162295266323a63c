// A project: one thing the team was asked to make. It stands at its earliest open module's stage.

import { dependencies } from './dependency-field.ts';
import { entity, type EntityOf } from './entity.ts';
import { duties, override, position } from './joint-fields.ts';
import { choice, day, flag, hours, ref, text, whole } from './plain-fields.ts';

/** Kinds of content; each has a hue and a letter code, never a hue alone. */
export const contentTypes = {
	course: 'Course',
	video: 'Video',
	workshop: 'Workshop',
	jobaid: 'Job aid',
	simulation: 'Simulation',
	curriculum: 'Curriculum'
} as const;
export type ContentType = keyof typeof contentTypes;

export const projects = entity({
	name: 'projects',
	label: 'Project',
	plural: 'Projects',
	prefix: 'prj',
	fields: {
		title: text({ label: 'Title', who: 'lead' }),
		position: position({ label: 'Position', who: 'lead' }),
		lead: ref({ label: 'Lead', to: 'people' }),
		code: text({ label: 'Code', max: 20 }),
		contentType: choice({
			label: 'Content type',
			who: 'lead',
			empty: 'course',
			options: contentTypes
		}),
		effortMinutes: hours({ label: 'Effort', who: 'lead' }),
		launch: day({ label: 'Launch', who: 'plan' }),
		mandatory: flag({ label: 'Mandatory training' }),
		priority: choice({
			label: 'Priority type',
			empty: 'standard',
			options: {
				expedite: 'Expedite',
				fixed: 'Fixed date',
				standard: 'Standard',
				someday: 'When there is room'
			}
		}),
		duties: duties({ label: 'Duties' }),
		brief: text({ label: 'Brief', who: 'lead', max: 8000, multiline: true }),
		blocked: text({ label: 'Blocked', who: 'lead', max: 200 }),
		override: override({ label: 'Moved past a gate' }),
		audience: text({ label: 'Audience', who: 'lead', max: 200 }),
		seatMinutes: whole({ label: 'Seat time', who: 'lead', unit: 'min', max: 100_000 }),
		notes: text({ label: 'Notes', who: 'lead', max: 8000, multiline: true }),
		source: text({ label: 'Source', who: 'once', max: 120 }),
		archived: flag({ label: 'Archived' }),
		after: dependencies({ label: 'Waits for', who: 'lead' }),
		committed: flag({ label: 'Launch committed' })
	}
});
export type Project = EntityOf<typeof projects>;
