// The rows of this page as its parts read them.

import type { SkillLevel } from '#lib/model/people.ts';

export interface PersonView {
	id: string;
	name: string;
	title: string;
	region: string;
	timeZone: string;
	nonProjectBp: number;
	hoursAssumed: boolean;
	skills: string[];
	starts: string | null;
	ends: string | null;
	active: boolean;
	userId: string | null;
	/** Employee number. */
	externalId: string | null;
	unit: string;
	skillLevels: SkillLevel[];
	maxLoadBp: number | null;
	nonProjectFrom: { from: string; bp: number }[];
	ownDays: { day: string; minutes: number }[];
	role: string;
	patterns: { from: string | null; minutes: number[] }[];
	/** False for somebody of another home team. */
	mayEdit: boolean;
}

export interface AbsenceView {
	id: string;
	person: string;
	from: string;
	to: string;
	minutesPerDay: number | null;
	kind: string;
	status: string;
}

/** Where the hours of one week go, in minutes. */
export interface WeekView {
	monday: string;
	pattern: number;
	closed: number;
	added: number;
	timeOff: number;
	nonProject: number;
	net: number;
	low: number;
	/** Why there are no hours; empty where there are. */
	why: string;
}

export interface RegionView {
	code: string;
	name: string;
}

/** Options of a list of countries; the first says that none is known. */
export function regionOptions(regions: readonly RegionView[]): { value: string; label: string }[] {
	return [
		{ value: '', label: 'Not known: no public holidays' },
		...regions.map(({ code, name }) => ({ value: code, label: name }))
	];
}
