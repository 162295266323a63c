// What fills a person's week: its bookings in the order one would give them up, with their hours. Pure.

import { attribution } from '#lib/domain/attribution.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { compareRanked } from '#lib/domain/rank.ts';
import type { BoardReader } from '#lib/model/board.ts';
import type { LoadBasis } from '#lib/model/load-cell.ts';
import type { TeamLoad } from '#lib/model/team-load.ts';

export interface CauseLine {
	/** Of the booking. */
	id: string;
	project: string;
	title: string;
	/** Null where the effort is not known. */
	minutes: number | null;
	isTentative: boolean;
	/** Without this and all above it the week would not be over any more. */
	endsOverload: boolean;
}

export interface Causes {
	netMinutes: number;
	bookedMinutes: number;
	tentativeMinutes: number;
	/** Over the hours there are, on the basis shown; 0 when nothing is over. */
	overMinutes: number;
	lines: CauseLine[];
}

/** C-17: the causes of a week; bookings of unknown effort come last, never as zero. */
export function findCauses(
	board: BoardReader,
	load: TeamLoad,
	person: string,
	monday: Day,
	basis: LoadBasis
): Causes {
	const { grid } = load;
	const row = grid.rowOf(person);
	const sunday = addDays(monday, 6);
	const sums = grid.sums(row, monday, sunday);
	const found = grid.contributions(row, monday, sunday);
	const ranks = rankPlaces(board);
	const known = found.flatMap(({ id, minutes, tentative }) => {
		const rank = ranks.get(board.get('allocations', id)?.project ?? '') ?? '';
		return minutes === null ? [] : [{ id, minutes, tentative, rank, at: 0 }];
	});
	const total = known.reduce((sum, one) => sum + one.minutes, 0);
	// Against a net of less than nothing everything is a cause, so that a free week lists its bookings in the same order.
	const isOver = total > sums.net;
	const ordered = attribution(known, isOver ? sums.net : -1);
	const ending = isOver ? ordered.find((cause) => cause.overAfterMinutes === 0)?.id : undefined;
	const lineOf = (id: string, minutes: number | null, isTentative: boolean): CauseLine => {
		const booking = board.get('allocations', id);
		const project = board.get('projects', booking?.project ?? '');
		const part = board.get('modules', booking?.module ?? '')?.title;
		return {
			id,
			project: project?.id ?? '',
			title: `${project?.title ?? 'Not on this board'}${part ? `: ${part}` : ''}`,
			minutes,
			isTentative,
			endsOverload: id === ending
		};
	};
	const counted = sums.confirmed + (basis === 'tentative' ? sums.tentative : 0);
	return {
		netMinutes: sums.net,
		bookedMinutes: sums.confirmed,
		tentativeMinutes: sums.tentative,
		overMinutes: Math.max(0, counted - sums.net),
		lines: [
			...ordered.map(({ id, minutes, tentative }) => lineOf(id, minutes, tentative)),
			...found
				.filter(({ minutes }) => minutes === null)
				.map(({ id, tentative }) => lineOf(id, null, tentative))
		]
	};
}

/** A word for each project that sorts as the plan does: by stage, then by place in it; later stages are nearer done. */
function rankPlaces(board: BoardReader): Map<string, string> {
	const stages = [...board.all('stages')].sort(compareRanked).map((stage) => stage.id);
	const places = [...board.all('projects')].map((project) => ({
		id: project.id,
		stage: stages.indexOf(project.position?.stage ?? ''),
		rank: project.position?.rank ?? ''
	}));
	places.sort((a, b) => b.stage - a.stage || compareRanked(a, b));
	return new Map(places.map(({ id }, i) => [id, String(i).padStart(6, '0')]));
}
