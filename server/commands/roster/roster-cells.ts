// Cells of rosters to values: hours, shares, skills with levels, regions by code or name, kinds and states of leave.
// Each reader gives undefined for what it cannot read; the caller says so with the cell.
import type { SkillLevel } from '#lib/model/people.ts';
import type { AbsenceKind } from '../../db/absences.ts';
import type { Region } from '../../holidays.ts';

/** `37.5`, `37,5`, `37:30` and `37.5 h` are 2250 minutes. */
export function readHours(cell: string, most: number): number | undefined {
	const clock = /^(\d{1,3}):([0-5]\d)$/.exec(cell);
	const plain = /^(\d{1,3}([.,]\d{1,4})?)\s*h?$/i.exec(cell);
	const minutes = clock
		? Number(clock[1]) * 60 + Number(clock[2])
		: plain
			? Math.round(Number(plain[1]!.replace(',', '.')) * 60)
			: NaN;
	return minutes <= most ? minutes : undefined;
}

/** `20` and `20 %` are 2000 basis points. */
export function readPercent(cell: string, mostBp: number): number | undefined {
	const found = /^(\d{1,3}([.,]\d{1,2})?)\s*%?$/.exec(cell);
	const bp = found ? Math.round(Number(found[1]!.replace(',', '.')) * 100) : NaN;
	return bp <= mostBp ? bp : undefined;
}

/** `0.8`, `0,8` and `80 %` of full time are 8000 basis points. */
export function readFte(cell: string): number | undefined {
	if (cell.endsWith('%')) return readPercent(cell, 10_000);
	const share = Number(cell.replace(',', '.'));
	return share >= 0 && share <= 1 ? Math.round(share * 10_000) : undefined;
}

/** `Storyline:4, Video (3), Analysis`: a level is kept from before, else 3 where none is written. */
export function readSkills(cell: string, before: readonly SkillLevel[]): SkillLevel[] | undefined {
	const found = new Map<string, SkillLevel>();
	for (const part of cell.split(/[,;|\n]/).map((one) => one.trim())) {
		if (part === '') continue;
		const [, name = '', level] = /^(.*?)\s*(?:[:=(]\s*(\d+)\s*\)?)?$/.exec(part) ?? [];
		const skill = name.trim();
		if (skill === '' || skill.length > 80) return undefined;
		if (level !== undefined && (Number(level) < 1 || Number(level) > 5)) return undefined;
		const known = before.find((one) => one.skill.toLowerCase() === skill.toLowerCase());
		const value = level === undefined ? (known?.level ?? 3) : Number(level);
		found.set(skill.toLowerCase(), { ...known, skill: known?.skill ?? skill, level: value });
	}
	return found.size <= 60 ? [...found.values()] : undefined;
}

/** A region by its code (`GB-ENG`), its name, or the last part of it where only one is called so. */
export function readRegion(cell: string, regions: readonly Region[]): string | undefined {
	const words = cell.toLowerCase();
	const exact = regions.find(
		(one) => one.code.toLowerCase() === words || one.name.toLowerCase() === words
	);
	if (exact) return exact.code;
	if (/^(uk|great britain|england)$/.test(words)) return words === 'england' ? 'GB-ENG' : 'GB';
	if (/^(usa|united states)$/.test(words)) return 'US';
	const parts = regions.filter((one) => one.name.toLowerCase().endsWith(`: ${words}`));
	return parts.length === 1 ? parts[0]!.code : undefined;
}

export function readYesNo(cell: string): boolean | undefined {
	if (/^(yes|y|true|1|x|active|employed|current)$/i.test(cell)) return true;
	return /^(no|n|false|0|inactive|left|leaver|terminated)$/i.test(cell) ? false : undefined;
}

const kinds: [AbsenceKind, RegExp][] = [
	['leave', /^$|annual|vacation|holiday|pto|leave of absence|^leave$|time off|day off/],
	['sick', /sick|ill/],
	['parental', /parent|matern|patern|adoption/],
	['training', /train|study|conference|course/],
	['duty', /duty|jury|military|reserve|volunteer/]
];

/** Never fails: what is not known is "other". */
export function readKind(cell: string): AbsenceKind {
	return kinds.find(([, words]) => words.test(cell.toLowerCase()))?.[0] ?? 'other';
}

/** What to do with a leave of this state; an empty cell is approved. */
export function readStatus(cell: string): 'approved' | 'requested' | 'removed' | undefined {
	if (/^(|approved|booked|confirmed|taken|granted|yes)$/i.test(cell)) return 'approved';
	if (/^(requested|pending|submitted|planned|asked for|open)$/i.test(cell)) return 'requested';
	return /^(declined|rejected|refused|cancell?ed|withdrawn|removed)$/i.test(cell)
		? 'removed'
		: undefined;
}

/** Spreads a week's minutes over days in the ratio of `over`, to the minute; over nothing it is Monday to Friday. */
export function spreadWeek(minutes: number, over: readonly number[]): number[] {
	const total = over.reduce((sum, day) => sum + day, 0);
	const weights = total > 0 ? over : [1, 1, 1, 1, 1, 0, 0];
	const whole = weights.reduce((sum, day) => sum + day, 0);
	let before = 0;
	let weight = 0;
	return weights.map((day) => {
		weight += day;
		const until = Math.round((minutes * weight) / whole);
		const share = until - before;
		before = until;
		return share;
	});
}
