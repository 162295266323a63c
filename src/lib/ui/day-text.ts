/** A plain day as people type it, YYYY-MM-DD. No Date objects, so no zone can shift it. Refuses
 * days the calendar does not have and orders it would have to guess (03/04/2027). */

export type ReadDay = { ok: true; day: string } | { ok: false; message: string };

/** The day in "2027-03-04", "2027-3-4", "2027/03/04" or "20270304"; empty is ''. */
export function readDay(text: string): ReadDay {
	const typed = text.trim();
	if (typed === '') return { ok: true, day: '' };
	const parts =
		/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
	if (!parts) return { ok: false, message: 'Write the day as year-month-day, like 2027-03-04.' };
	const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	if (month < 1 || month > 12) return { ok: false, message: `There is no month ${month}.` };
	const last = countDays(year, month);
	if (day < 1 || day > last) {
		return { ok: false, message: `That month has ${last} days, not ${day}.` };
	}
	return { ok: true, day: `${parts[1]}-${pad(month)}-${pad(day)}` };
}

/** Why a day lies outside the span the field allows, or undefined. */
export function findDayLimit(day: string, min?: string, max?: string): string | undefined {
	if (day === '') return undefined;
	if (min && day < min) return `Not before ${min}.`;
	if (max && day > max) return `Not after ${max}.`;
	return undefined;
}

function countDays(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
