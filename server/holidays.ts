// Public holidays of a region as days, from date-holidays. Server only: the rules and names are large.
// Knows statutory holidays alone; bank, school and optional ones are no days off here.
import Holidays from 'date-holidays';
import { addDays, isDay, weekday, type Day } from '#lib/domain/days.ts';

export interface HolidaySpan {
	from: Day;
	to: Day;
	name: string;
}

export interface Region {
	/** `GB-ENG`, `DE-BY`, `US`. */
	code: string;
	name: string;
}

const DAY_MS = 86_400_000;
const known = new Map<string, HolidaySpan[]>();
let regions: Region[] | undefined;

/** True for a country, or a state of one, whose holidays are known. */
export function isRegion(code: string): boolean {
	return listRegions().some((region) => region.code === code);
}

/** Every region there are holidays for, by name: countries, and their states as `United Kingdom: England`. */
export function listRegions(): readonly Region[] {
	if (regions) return regions;
	const source = new Holidays();
	const found: Region[] = [];
	for (const [country, name] of Object.entries(source.getCountries('en'))) {
		found.push({ code: country, name });
		for (const [state, stateName] of Object.entries(source.getStates(country, 'en') ?? {}))
			found.push({ code: `${country}-${state}`, name: `${name}: ${stateName}` });
	}
	regions = found.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return regions;
}

/**
 * Public holidays of the years, in order; an unknown region has none. A holiday that moves from a weekend to a
 * working day is listed on that day only.
 */
export function holidaysOf(region: string, firstYear: number, lastYear: number): HolidaySpan[] {
	const found: HolidaySpan[] = [];
	for (let year = firstYear; year <= lastYear; year++) found.push(...holidaysIn(region, year));
	return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function holidaysIn(region: string, year: number): HolidaySpan[] {
	const key = `${region} ${year}`;
	const before = known.get(key);
	if (before) return before;
	const found = isRegion(region) ? readYear(region, year) : [];
	known.set(key, found);
	return found;
}

function readYear(region: string, year: number): HolidaySpan[] {
	const [country = '', state] = region.split('-');
	const source = state ? new Holidays(country, state) : new Holidays(country);
	const all = (source.getHolidays(year, 'en') || []).filter((one) => one.type === 'public');
	const moved = all.filter((one) => one.substitute).map((one) => one.name);
	return all.flatMap((one) => {
		const from = one.date.slice(0, 10);
		const startsLate = Number(one.date.slice(11, 13)) >= 12;
		if (!isDay(from) || startsLate) return [];
		const replaced =
			!one.substitute &&
			weekday(from) > 5 &&
			moved.some((name) => name !== one.name && name.startsWith(one.name));
		if (replaced) return [];
		const days = Math.max(1, Math.round((one.end.getTime() - one.start.getTime()) / DAY_MS));
		return [{ from, to: addDays(from, days - 1), name: one.name.slice(0, 80) }];
	});
}
