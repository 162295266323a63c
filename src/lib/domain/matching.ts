// Who suits a piece of work: what rules somebody out, and a score with its reasons. Knows skills, free time, earlier work
// and rates; nothing else about people is ever asked. Suggests, never decides.
import { WHOLE_BP } from './utilisation.ts';

/** Somebody who could be asked. */
export interface Candidate {
	person: string;
	isActive: boolean;
	/** A level nobody has said (null) rules nobody out. */
	skills: readonly { skill: string; level: number | null; interest?: 0 | 1 }[];
	/** Minutes left in the window of the work, and minutes there are. */
	freeMinutes: number;
	netMinutes: number;
	/** Has worked on the project before. */
	knowsWork: boolean;
	/** Has worked with the expert of the project, on another one. */
	knowsExpert?: boolean;
	/** Minor units an hour; null is not known. */
	ratePerHour: number | null;
	/** Languages, as `MatchWork.locale` names them. */
	locales?: readonly string[];
}

/** A piece of work that needs somebody. */
export interface MatchWork {
	id: string;
	/** '' is anybody's work. */
	skill: string;
	/** Null is any. */
	level: number | null;
	minutes: number;
	/** Of these minutes so many basis points must be free. */
	leastFreeBp?: number;
	/** For a review: who made what is reviewed. */
	authors?: readonly string[];
	/** '' is any language. */
	locale?: string;
}

/** Part of a score: `points` of 10,000. */
export interface MatchReason {
	kind: 'fit' | 'free' | 'continuity' | 'cost' | 'growth';
	points: number;
	/** What the sentence names: level somebody has, share free in basis points, rate; continuity: 0 the work, 1 its expert. */
	value: number;
}

export type Unfit = 'inactive' | 'skill' | 'level' | 'busy' | 'author' | 'locale';

export type Match =
	| { ok: true; person: string; /** 0 to 10,000. */ score: number; reasons: MatchReason[] }
	| { ok: false; person: string; unfit: Unfit };

/** Shares of a score; the defaults of the design, in basis points. */
export interface MatchWeights {
	fit: number;
	free: number;
	continuity: number;
	cost: number;
	growth: number;
}

export const MATCH_WEIGHTS: Readonly<MatchWeights> = {
	fit: 4000,
	free: 3000,
	continuity: 1500,
	cost: 1000,
	growth: 500
};

/** What a level above the one asked for takes from the fit, in basis points. */
const OVERQUALIFIED_BP = 500;

/** L-15: why somebody cannot be asked, the first of the reasons; null where they can. */
export function findUnfit(work: MatchWork, candidate: Candidate): Unfit | null {
	if (!candidate.isActive) return 'inactive';
	if (work.authors?.includes(candidate.person)) return 'author';
	if (work.locale && !candidate.locales?.includes(work.locale)) return 'locale';
	const held = findSkill(work, candidate);
	if (work.skill !== '' && !held) return 'skill';
	if (held && held.level !== null && held.level < (work.level ?? 0)) return 'level';
	const needed = Math.ceil((work.minutes * (work.leastFreeBp ?? WHOLE_BP)) / WHOLE_BP);
	return candidate.freeMinutes < needed || candidate.netMinutes <= 0 ? 'busy' : null;
}

/** L-15, L-16: one candidate. `leastRate` is the lowest known rate of all who are asked; without it cost is left out. */
export function scoreMatch(
	work: MatchWork,
	candidate: Candidate,
	leastRate: number | null = null,
	weights: Readonly<MatchWeights> = MATCH_WEIGHTS
): Match {
	const { person } = candidate;
	const unfit = findUnfit(work, candidate);
	if (unfit) return { ok: false, person, unfit };
	const held = findSkill(work, candidate);
	const asked = work.level ?? 0;
	const over = held && held.level !== null && asked > 0 ? held.level - asked : 0;
	const fitBp = Math.max(0, WHOLE_BP - over * OVERQUALIFIED_BP);
	const freeBp = Math.min(
		WHOLE_BP,
		Math.floor((candidate.freeMinutes * WHOLE_BP) / candidate.netMinutes)
	);
	const rate = candidate.ratePerHour;
	const hasCost = leastRate !== null && leastRate > 0;
	const costBp =
		hasCost && rate !== null && rate > 0 ? Math.floor((leastRate * WHOLE_BP) / rate) : 0;
	const knows = candidate.knowsWork || candidate.knowsExpert === true;
	const grows = held?.interest === 1 && held.level !== null && held.level === asked;
	const parts: [MatchReason['kind'], number, number][] = [
		['fit', fitBp, held?.level ?? 0],
		['free', freeBp, freeBp],
		['continuity', knows ? WHOLE_BP : 0, candidate.knowsWork ? 0 : 1],
		...(hasCost ? [['cost', costBp, rate ?? 0] as [MatchReason['kind'], number, number]] : []),
		['growth', grows ? WHOLE_BP : 0, held?.level ?? 0]
	];
	const weight = parts.reduce((sum, [kind]) => sum + weights[kind], 0);
	const reasons = parts
		.map(([kind, bp, value]) => ({
			kind,
			points: Math.floor((bp * weights[kind]) / weight),
			value
		}))
		.filter((reason) => reason.points > 0);
	const score = reasons.reduce((sum, reason) => sum + reason.points, 0);
	return { ok: true, person, score, reasons };
}

/** L-16: everybody who can be asked, the best first, equal ones by id. */
export function rankCandidates(
	work: MatchWork,
	candidates: readonly Candidate[],
	weights?: Readonly<MatchWeights>
): Extract<Match, { ok: true }>[] {
	const least = findLeastRate(candidates);
	return candidates
		.map((candidate) => scoreMatch(work, candidate, least, weights))
		.filter((match) => match.ok)
		.sort((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1));
}

/** The lowest known rate; null where none is. */
export function findLeastRate(candidates: readonly Candidate[]): number | null {
	const rates = candidates.flatMap(({ ratePerHour }) =>
		ratePerHour !== null && ratePerHour > 0 ? [ratePerHour] : []
	);
	return rates.length > 0 ? Math.min(...rates) : null;
}

function findSkill(
	{ skill }: MatchWork,
	{ skills }: Candidate
): Candidate['skills'][number] | undefined {
	const wanted = skill.trim().toLowerCase();
	return skills
		.filter((one) => one.skill.trim().toLowerCase() === wanted)
		.sort((a, b) => (b.level ?? 0) - (a.level ?? 0))[0];
}
