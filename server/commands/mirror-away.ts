// When people of a board are away and when it is closed, as the board shows it: leave without its kind, public holidays
// of their regions unless the company works on them, and the company's own closing days.
import { addDays, eachDay, partsOf, type Day } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { listShownAbsences } from '../db/absences.ts';
import { listClosingDaysOfBoard, type ClosingDayRow } from '../db/closing-days.ts';
import type { BoardPerson } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { holidaysOf } from '../holidays.ts';

type Away = EntityIn<'absences'>;

const plain = { person: '', region: '', label: '', requested: false, closure: false };

/** Plans reach three years back and ahead, and a little room beyond (`plan-span.ts`): so do closed days. */
const YEARS_BACK = 3;
const YEARS_AHEAD = 4;

/** The rows of `absences`. `today` says which years of closed days: as far as plans reach. */
export async function readAway(
	db: Reach,
	board: string,
	persons: BoardPerson[],
	today: Day
): Promise<Away[]> {
	const ids = persons.map((person) => person.id);
	const regions = new Set(persons.map((person) => person.region).filter(Boolean));
	const { year } = partsOf(today);
	const kept = await listClosingDaysOfBoard(
		db,
		board,
		`${year - YEARS_BACK}-01-01`,
		`${year + YEARS_AHEAD}-12-31`
	);
	const own = (await listShownAbsences(db, ids)).map(
		({ id, person, from, to, minutesPerDay, status }): Away => ({
			...{ ...plain, id, person, minutesPerDay, span: { from, to } },
			requested: status === 'requested'
		})
	);
	return [
		...own,
		...[...regions].flatMap((region) => mirrorHolidays(region, year, kept)),
		...kept.filter((day) => !day.works && meets(day.region, regions)).map(mirrorClosing)
	];
}

function meets(region: string, regions: ReadonlySet<string>): boolean {
	return region === '' || regions.has(region) || [...regions].some((one) => isWithin(one, region));
}

/** True for the region itself and, of a country, every region in it. */
export function isWithin(region: string, of: string): boolean {
	return region === of || region.startsWith(`${of}-`);
}

function mirrorClosing({ id, region, from, to, minutesPerDay, name }: ClosingDayRow): Away {
	const span = { from, to };
	return { ...plain, id, region, minutesPerDay, span, label: name, closure: true };
}

function mirrorHolidays(region: string, year: number, kept: readonly ClosingDayRow[]): Away[] {
	const worked = new Set(
		kept
			.filter((day) => day.works && (day.region === '' || isWithin(region, day.region)))
			.flatMap(({ from, to }) => [...eachDay(from, to)])
	);
	const byDay = new Map<Day, { to: Day; names: string[] }>();
	for (const { from, to, name } of holidaysOf(region, year - YEARS_BACK, year + YEARS_AHEAD)) {
		const same = byDay.get(from);
		if (!same) byDay.set(from, { to, names: [name] });
		else {
			same.names.push(name);
			if (to > same.to) same.to = to;
		}
	}
	return [...byDay].flatMap(([from, { to, names }]) => {
		const label = names.join(', ').slice(0, 80);
		return leftOf(from, to, worked).map((span) => ({
			...{ ...plain, id: holidayId(region, span.from), region, minutesPerDay: null },
			...{ span, label }
		}));
	});
}

/** The stretches of the days that are not worked on. */
function leftOf(from: Day, to: Day, worked: ReadonlySet<Day>): { from: Day; to: Day }[] {
	const left: { from: Day; to: Day }[] = [];
	for (const day of eachDay(from, to)) {
		if (worked.has(day)) continue;
		const last = left.at(-1);
		if (last && addDays(last.to, 1) === day) last.to = day;
		else left.push({ from: day, to: day });
	}
	return left;
}

/** `hol_gb_eng_2026_12_25`: the same on every board and at every time. */
function holidayId(region: string, day: Day): string {
	return `hol_${region}_${day}`.toLowerCase().replaceAll('-', '_');
}
