/** Hours as people type them, kept as whole minutes. Refuses what it cannot read with a sentence. */

export type ReadMinutes = { ok: true; minutes: number | null } | { ok: false; message: string };

const REFUSED = 'Write hours, like 1.5, 90m or 1h 30.';

/** Minutes from "1.5", "1,5", "90m", "1h", "1h 30", "1:30"; empty means not known (null). */
export function readHours(text: string): ReadMinutes {
	const typed = text.trim().toLowerCase().replace(',', '.');
	if (typed === '') return { ok: true, minutes: null };
	const clock = /^(\d+):([0-5]\d)$/.exec(typed);
	if (clock) return readMinutes(Number(clock[1]) * 60 + Number(clock[2]));
	const parts =
		/^(?:(\d+(?:\.\d+)?|\.\d+)\s*(?:h|hr|hrs|hour|hours)?)?\s*(?:(\d+)\s*(?:m|min|mins|minutes)?)?$/.exec(
			typed
		);
	if (!parts) return { ok: false, message: REFUSED };
	const onlyMinutes = /^(\d+(?:\.\d+)?)\s*(?:m|min|mins|minutes)$/.exec(typed);
	if (onlyMinutes) return readMinutes(Number(onlyMinutes[1]));
	const needsHourMark = parts[2] !== undefined && !typed.includes('h');
	if (needsHourMark) return { ok: false, message: REFUSED };
	return readMinutes(Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0));
}

/** Minutes as hours for a field: 90 is "1.5", 100 is "1h 40", null is "". */
export function formatHours(minutes: number | null): string {
	if (minutes === null) return '';
	const hundredths = (minutes * 100) / 60;
	if (Number.isInteger(hundredths)) return String(hundredths / 100);
	const hours = Math.floor(minutes / 60);
	return hours === 0 ? `${minutes}m` : `${hours}h ${minutes % 60}`;
}

function readMinutes(minutes: number): ReadMinutes {
	const whole = Math.round(minutes);
	if (whole > 6_000_000) return { ok: false, message: 'That is more than 100,000 hours.' };
	return { ok: true, minutes: whole };
}
