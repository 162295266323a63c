/** The two tiers above a timeline: what each level prints, and where. */
import {
	addDays,
	isoWeek,
	mondayOf,
	monthEnd,
	monthName,
	monthStart,
	partsOf,
	quarterStart,
	shortDay,
	type Day
} from '#lib/domain/days.ts';
import type { DayScale, ZoomLevel } from './scales.ts';

export type AxisUnit = 'day' | 'week' | 'month' | 'quarter';

export type AxisTick = {
	/** First day of the unit, even when it lies before the scale. */
	day: Day;
	label: string;
	/** A second, lighter word: the date a week begins with. */
	sublabel?: string;
	/** The visible part of the unit. */
	leftPx: number;
	widthPx: number;
};

export type Axis = { upper: AxisTick[]; lower: AxisTick[] };

/** Units of the two tiers at each level. */
export const AXIS_UNITS: Readonly<Record<ZoomLevel, readonly [upper: AxisUnit, lower: AxisUnit]>> =
	{
		day: ['week', 'day'],
		week: ['month', 'week'],
		month: ['quarter', 'week'],
		quarter: ['quarter', 'month']
	};

/** Both tiers over the whole scale. */
export function createAxis(scale: DayScale, level: ZoomLevel): Axis {
	const [upper, lower] = AXIS_UNITS[level];
	return {
		upper: listUnits(scale, upper, (day) => labelUpper(upper, day)),
		lower: listUnits(scale, lower, (day) => labelLower(lower, day, scale.pxPerDay))
	};
}

/** The first day of the unit a day lies in; weeks begin on Monday. */
export function findUnitStart(unit: AxisUnit, day: Day): Day {
	if (unit === 'day') return day;
	if (unit === 'week') return mondayOf(day);
	return unit === 'month' ? monthStart(day) : quarterStart(day);
}

/** The first day of the next unit. */
export function findNextUnit(unit: AxisUnit, start: Day): Day {
	if (unit === 'day') return addDays(start, 1);
	if (unit === 'week') return addDays(start, 7);
	const afterMonth = (day: Day) => addDays(monthEnd(day), 1);
	return unit === 'month' ? afterMonth(start) : afterMonth(afterMonth(afterMonth(start)));
}

type Label = { label: string; sublabel?: string };

function listUnits(scale: DayScale, unit: AxisUnit, label: (day: Day) => Label): AxisTick[] {
	const { from, to } = scale.span;
	const ticks: AxisTick[] = [];
	for (let day = findUnitStart(unit, from); day <= to; day = findNextUnit(unit, day)) {
		const last = addDays(findNextUnit(unit, day), -1);
		const box = scale.toBox({ from: day < from ? from : day, to: last > to ? to : last });
		ticks.push({ day, ...label(day), ...box });
	}
	return ticks;
}

function labelUpper(unit: AxisUnit, day: Day): Label {
	const { year, month } = partsOf(day);
	if (unit === 'week')
		return { label: `W${isoWeek(day).week}`, sublabel: `${monthName(day)} ${year}` };
	if (unit === 'quarter') return { label: `Q${Math.ceil(month / 3)} ${year}` };
	return { label: `${monthName(day)} ${year}` };
}

function labelLower(unit: AxisUnit, day: Day, pxPerDay: number): Label {
	if (unit === 'day') return { label: String(partsOf(day).date) };
	if (unit === 'month') return { label: monthName(day) };
	const label = `W${isoWeek(day).week}`;
	return pxPerDay * 7 >= 72 ? { label, sublabel: shortDay(day) } : { label };
}
