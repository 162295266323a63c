// What the page about the calendar shows: the company's own closing days, the calendars they came from, and the public
// holidays of the regions people are in. Answers planners and owners.
import { partsOf } from '#lib/domain/days.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { listClosingDays, type ClosingDayRow } from '../../db/closing-days.ts';
import { findMembership } from '../../db/memberships.ts';
import { countPeopleByRegion } from '../../db/people.ts';
import { holidaysOf, listRegions, type HolidaySpan, type Region } from '../../holidays.ts';
import { notFound, problem, type CommandDeps } from '../command.ts';
import { isWithin } from '../mirror-away.ts';

export interface RegionCalendar extends Region {
	people: number;
	holidays: (HolidaySpan & { worked: boolean })[];
}

export interface CalendarView {
	/** May close days and open them. */
	mayEdit: boolean;
	/** Without those that ended before last year. */
	closingDays: ClosingDayRow[];
	/** Regions that active people are in, with this year's and next year's holidays. */
	inUse: RegionCalendar[];
	/** Active people without a region: no public holidays. */
	nowhere: number;
	regions: readonly Region[];
	year: number;
}

/** Problems: `not-found`, `denied`. */
export async function readCalendar(
	deps: CommandDeps,
	user: string,
	board: string
): Promise<Result<CalendarView>> {
	const db = deps.db.orm;
	const actor = await findMembership(db, user, board);
	if (!actor) return notFound('board');
	const verdict = canCommand(actor, 'add-person');
	if (!verdict.ok) return problem('denied', verdict.remedy, verdict.rule);
	const { year } = partsOf(deps.clock.today(actor.timeZone || undefined));
	const closingDays = await listClosingDays(db, actor.organisation, `${year - 1}-01-01`);
	const counts = await countPeopleByRegion(db, actor.organisation);
	const regions = listRegions();
	const inUse = regions.flatMap((region): RegionCalendar[] => {
		const people = counts.get(region.code) ?? 0;
		if (people === 0) return [];
		const opened = closingDays.filter(
			(day) => day.works && (day.region === '' || isWithin(region.code, day.region))
		);
		const holidays = holidaysOf(region.code, year, year + 1).map((holiday) => ({
			...holiday,
			worked: opened.some((day) => day.from <= holiday.from && day.to >= holiday.to)
		}));
		return [{ ...region, people, holidays }];
	});
	return ok({
		mayEdit: canCommand(actor, 'set-closing-day').ok,
		closingDays,
		inUse,
		nowhere: counts.get('') ?? 0,
		regions,
		year
	});
}
