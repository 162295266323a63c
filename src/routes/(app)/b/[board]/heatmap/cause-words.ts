// What the causes of a cell are called, and its sum in one sentence.

import type { CauseKind } from '#lib/domain/causes.ts';
import type { CellCauses } from '#lib/model/load-causes.ts';

export const causeLabels: Record<CauseKind, string> = {
	'late-sign-off': 'Waiting for a sign-off',
	extended: 'Grown since it was planned',
	away: 'Days off',
	unstaffed: 'Roles nobody holds',
	tentative: 'Tentative work',
	elsewhere: 'Work on other boards',
	planned: 'Planned and confirmed'
};

/** Hours to a tenth, so that a column of them adds up: "7.5 h". */
export function tenths(minutes: number): string {
	return `${Math.round(minutes / 6) / 10} h`;
}

/** "42 h of 30 h, 12 h over." and, where days off took some, of how many these are left. */
export function sayCell({ loadMinutes, netMinutes, overMinutes, usualMinutes }: CellCauses): {
	sum: string;
	usual: string;
} {
	const over = overMinutes > 0 && netMinutes > 0 ? `, ${tenths(overMinutes)} over` : '';
	const sum =
		netMinutes > 0
			? `${tenths(loadMinutes)} of ${tenths(netMinutes)}${over}.`
			: `${tenths(loadMinutes)}, and no hours to do it in.`;
	const usual =
		usualMinutes > netMinutes
			? `${tenths(usualMinutes)} in a usual period, ${tenths(usualMinutes - netMinutes)} of them off.`
			: '';
	return { sum, usual };
}
