// The columns of the heatmap: days, weeks or months, each with its head and the words it is named by. Pure.

import {
	addDays,
	isoWeek,
	mondayOf,
	monthEnd,
	monthStart,
	partsOf,
	weekday,
	type Day
} from '#lib/domain/days.ts';
import { mondaysFrom } from '#lib/model/team-weeks.ts';
import type { Grain } from './heatmap-view.ts';

export interface Period {
	from: Day;
	to: Day;
	/** Upper line of the head: "W2", "Mo", "Jan". */
	label: string;
	/** Lower line: "11 Jan", "2027". */
	date: string;
	/** As named in the accessibility tree: "week of 2027-01-11", "2027-01-11", "January 2027". */
	name: string;
	isNow: boolean;
}

const MONTHS =
	'January February March April May June July August September October November December'
		.split(' ')
		.map((name) => ({ name, short: name.slice(0, 3) }));
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Columns from the period that holds `from` on, over so many weeks. */
export function listPeriods(from: Day, per: Grain, weeks: number, today: Day): Period[] {
	if (per === 'week') return mondaysFrom(mondayOf(from), weeks).map((day) => weekOf(day, today));
	if (per === 'day')
		return Array.from({ length: weeks * 7 }, (_, i) => dayOf(addDays(mondayOf(from), i), today));
	const months: Period[] = [];
	const count = Math.round((weeks * 12) / 52);
	for (let day = monthStart(from); months.length < count; day = addDays(monthEnd(day), 1))
		months.push(monthOf(day, today));
	return months;
}

function weekOf(monday: Day, today: Day): Period {
	const { month, date } = partsOf(monday);
	return {
		from: monday,
		to: addDays(monday, 6),
		label: `W${isoWeek(monday).week}`,
		date: `${date} ${MONTHS[month - 1]!.short}`,
		name: `week of ${monday}`,
		isNow: monday === mondayOf(today)
	};
}

function dayOf(day: Day, today: Day): Period {
	const { month, date } = partsOf(day);
	const label = WEEKDAYS[weekday(day) - 1]!;
	return {
		...{ from: day, to: day, label, name: day, isNow: day === today },
		date: `${date} ${MONTHS[month - 1]!.short}`
	};
}

function monthOf(first: Day, today: Day): Period {
	const { year, month } = partsOf(first);
	const { name, short } = MONTHS[month - 1]!;
	return {
		from: first,
		to: monthEnd(first),
		label: short,
		date: String(year),
		name: `${name} ${year}`,
		isNow: first === monthStart(today)
	};
}
