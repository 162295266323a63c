// What the choices of a view are called.

import { defaultBounds, sameBounds } from '#lib/domain/bands.ts';
import type { LoadBasis } from '#lib/model/load-cell.ts';
import type { Pivot } from '#lib/model/load-groups.ts';
import type { Grain, Unit } from './heatmap-view.ts';

export const pivotNames: Record<Pivot, string> = {
	person: 'Person',
	team: 'Team',
	skill: 'Skill',
	region: 'Region'
};

export const grainNames: Record<Grain, string> = { day: 'Days', week: 'Weeks', month: 'Months' };

export const unitLabels: Record<Unit, string> = { percent: '%', hours: 'Hours', fte: 'FTE' };

export const basisLabels: Record<LoadBasis, string> = {
	booked: 'Confirmed',
	expected: 'Expected',
	tentative: 'Maximum'
};

/** "24 weeks", "4 weeks", "12 months". */
export const rangeName = (per: Grain, weeks: number): string =>
	per === 'month' ? `${Math.round((weeks * 12) / 52)} months` : `${weeks} weeks`;

/** What a basis counts, in a sentence. */
export const basisSentences: Record<LoadBasis, string> = {
	booked: 'Confirmed bookings only.',
	expected: 'Tentative bookings count by how likely they are.',
	tentative: 'Tentative bookings count in full as well.'
};

/** "Capacity by person and week", over files and pages. */
export const titleOf = (by: Pivot, per: Grain): string => `Capacity by ${by} and ${per}`;

/** Whose the bands are, where a view may say its own beside the organisation's (C-24, CA-6). */
export function sayBands(own: readonly number[] | null, organisation: readonly number[]): string {
	if (own && !sameBounds(own, organisation)) return 'Bands of this view only.';
	return sameBounds(organisation, defaultBounds)
		? 'The usual bands.'
		: "Your organisation's bands.";
}
