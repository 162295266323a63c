// What an import of a calendar would add and take away, against what is kept of that calendar already. The same file
// twice changes nothing (C-35): a day is told by its dates, hours and name, not by the ids files make up.
import { createHash } from 'node:crypto';
import type { ClosingDayRow } from '../../db/closing-days.ts';
import type { IcsDay } from '../../ics/occurrences.ts';

export interface ClosingPlan {
	added: ClosingDayRow[];
	removed: ClosingDayRow[];
	unchanged: number;
}

/** `kept`: what is there of this calendar and region in the window the file was read in. */
export function planClosingDays(
	kept: readonly ClosingDayRow[],
	days: readonly IcsDay[],
	into: { organisation: string; source: string; region: string }
): ClosingPlan {
	const wanted = new Map(
		days.map((day): [string, ClosingDayRow] => {
			const id = closingDayId(into, day);
			return [id, { id, ...into, ...day, works: false }];
		})
	);
	const there = new Set(kept.map((row) => row.id));
	const added = [...wanted.values()].filter((row) => !there.has(row.id));
	return {
		added,
		removed: kept.filter((row) => !wanted.has(row.id)),
		unchanged: wanted.size - added.length
	};
}

function closingDayId(
	{ organisation, source, region }: { organisation: string; source: string; region: string },
	{ from, to, minutesPerDay, name }: IcsDay
): string {
	const key = JSON.stringify([organisation, source, region, from, to, minutesPerDay, name]);
	return `clo_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}
