// What time it is, asked in one place. In the demo the day can be fixed, the time of day cannot.
// Refuses a time zone the system does not know.
import type { Day } from '#lib/domain/days.ts';
import type { Settings } from './settings.ts';

export interface Clock {
	/** Milliseconds since 1970, always the real time. */
	now(): number;
	/** The day it is in `zone` (an IANA name; UTC when left out), or the demo's fixed day. */
	today(zone?: string): Day;
}

/** Returns the clock of this process. `now` can be given by tests. */
export function createClock(
	settings: Pick<Settings, 'demo' | 'today'>,
	now: () => number = Date.now
): Clock {
	const formats = new Map<string, Intl.DateTimeFormat>();
	const fixed = settings.demo ? settings.today : undefined;
	const formatOf = (zone: string): Intl.DateTimeFormat => {
		const known = formats.get(zone);
		if (known) return known;
		const made = new Intl.DateTimeFormat('en-CA', {
			timeZone: zone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit'
		});
		formats.set(zone, made);
		return made;
	};
	return {
		now,
		today: (zone = 'UTC') => fixed ?? (formatOf(zone || 'UTC').format(now()) as Day)
	};
}
