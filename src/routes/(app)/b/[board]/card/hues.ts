// The colours of content types and people: cool hues only, and never without a letter or initials beside them.

import type { ContentType } from '#lib/model/project.ts';

const TYPE_HUES: Record<ContentType, string> = {
	course: 'teal',
	video: 'violet',
	workshop: 'blue',
	jobaid: 'olive',
	simulation: 'orchid',
	curriculum: 'slate'
};

const HUES = ['teal', 'blue', 'violet', 'orchid', 'olive', 'slate'] as const;

/** The CSS colour of a content type. */
export function hueOfType(type: ContentType): string {
	return `var(--k-${TYPE_HUES[type]})`;
}

/** The CSS colour of a person: the same on every screen, from the id alone. */
export function hueOfPerson(person: string): string {
	let sum = 0;
	for (let i = 0; i < person.length; i++) sum = (sum * 31 + person.charCodeAt(i)) >>> 0;
	return `var(--k-${HUES[sum % HUES.length]})`;
}

/** The CSS colour of somebody who is here now, from the degrees on the colour wheel they were given. */
export function hueOfPeer(degrees: number): string {
	return `oklch(from var(--k-blue) l c ${degrees})`;
}
