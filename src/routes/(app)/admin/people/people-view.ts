// The rows of this page as its parts read them.

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
	role: string;
	patterns: { from: string | null; minutes: number[] }[];
}

export interface AbsenceView {
	id: string;
	from: string;
	to: string;
	minutesPerDay: number | null;
	kind: string;
	status: string;
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
