// What the plan costs: hours at the organisation's blended rate, and what is bought outside. Never falsely complete: a
// missing rate or size is said beside the sum. Pure.
import { hoursText } from '#lib/model/load-summary.ts';
import type { BoardReader } from '#lib/model/board.ts';
import type { OrganisationSettings } from '../db/organisation.ts';
import { sayCount, sayMoney } from './words.ts';

export interface PlannedCost {
	/** "€48,200"; null where nothing of it is known as money. */
	total: string | null;
	/** "640 h at €65 an hour, and €6,600 outside the team"; "640 h of work" where an hour has no rate. */
	made: string;
	/** Why the sum is a lower bound; empty when it is whole. */
	missing: string[];
}

/** Of all projects that `reader` lists; `outsideOf` says what each costs beside hours, in the smallest unit. */
export function planCost(
	reader: BoardReader,
	settings: Pick<OrganisationSettings, 'blendedRateMinor' | 'currency'>,
	outsideOf: (project: string) => number
): PlannedCost {
	const { blendedRateMinor: rate, currency } = settings;
	let minutes = 0;
	let unsized = 0;
	let outside = 0;
	let count = 0;
	for (const project of reader.all('projects')) {
		count += 1;
		outside += outsideOf(project.id);
		if (project.effortMinutes === null) unsized += 1;
		else minutes += project.effortMinutes;
	}
	const isMoney = rate !== null || outside > 0;
	const missing = [
		...(rate === null ? ['no rate for an hour is set'] : []),
		...(isMoney && currency === '' ? ['no currency is set'] : []),
		...(unsized > 0 ? [`${unsized} of ${sayCount(count, 'project')} have no size`] : [])
	];
	const inside = rate === null ? 0 : Math.round((minutes * rate) / 60);
	const per = rate === null ? 'of work' : `at ${sayMoney(rate, currency, true)} an hour`;
	const bought = outside > 0 ? `, and ${sayMoney(outside, currency)} outside the team` : '';
	return {
		total: isMoney && currency !== '' ? sayMoney(inside + outside, currency) : null,
		made: `${hoursText(minutes)} ${per}${bought}`,
		missing
	};
}
