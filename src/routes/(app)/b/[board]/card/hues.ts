// The colours of content types and people: cool hues only, and never without a letter or initials beside them.

import type { ContentType } from '#lib/model/project.ts';

const HUES = ['teal', 'blue', 'violet', 'orchid', 'olive', 'slate'] as const;

type Hue = (typeof HUES)[number];

const TYPE_HUES: Record<ContentType, Hue> = {
	course: 'teal',
	video: 'violet',
	workshop: 'blue',
	jobaid: 'olive',
	simulation: 'orchid',
	curriculum: 'slate'
};

export const nameTypeHue = (type: ContentType): Hue => TYPE_HUES[type];

/** The same on every screen, from the id alone. */
export function namePersonHue(person: string): Hue {
	let sum = 0;
	for (let i = 0; i < person.length; i++) sum = (sum * 31 + person.charCodeAt(i)) >>> 0;
	return HUES[sum % HUES.length]!;
}

/** The CSS colour of a content type. */
export const hueOfType = (type: ContentType): string => `var(--k-${nameTypeHue(type)})`;

/** The CSS colour of a person. */
export const hueOfPerson = (person: string): string => `var(--k-${namePersonHue(person)})`;

/** The CSS colour of somebody who is here now, from the degrees on the colour wheel they were given. */
export function hueOfPeer(degrees: number): string {
	return `oklch(from var(--k-blue) l c ${degrees})`;
}
