// How often a password may be guessed: by account and address, by account, and by address. Only failures count, so
// any number of right passwords passes. Guesses at one account run one after another, or a burst would not be counted.
import {
	RateLimiterDrizzle,
	RateLimiterMemory,
	type RateLimiterAbstract
} from 'rate-limiter-flexible';
import type { Db } from '../db/db.ts';
import { loginFailures } from '../db/schema.ts';
import { hashToken } from '../row-id.ts';

/** The answer of a guess, or how long to wait before another is heard. */
export type Attempt<T> = { heard: true; value: T | null } | { heard: false; waitMs: number };

export interface LoginLimit {
	/** Runs `guess` unless too many have failed; null from it is a failure and counts. */
	attempt<T>(account: string, address: string, guess: () => Promise<T | null>): Promise<Attempt<T>>;
}

interface Rule {
	name: string;
	points: number;
	seconds: number;
}

const QUARTER = 15 * 60;
const rules = {
	pair: { name: 'login_pair', points: 10, seconds: QUARTER },
	account: { name: 'login_account', points: 50, seconds: 60 * 60 },
	address: { name: 'login_address', points: 100, seconds: QUARTER }
} satisfies Record<string, Rule>;

export function createLoginLimit(db: Db): LoginLimit {
	const make = ({ name, points, seconds: duration }: Rule): RateLimiterAbstract =>
		db.kind === 'embedded'
			? new RateLimiterMemory({ keyPrefix: name, points, duration })
			: new RateLimiterDrizzle({
					storeClient: db.orm,
					schema: loginFailures,
					keyPrefix: name,
					points,
					duration
				});
	const pair = make(rules.pair);
	const account = make(rules.account);
	const address = make(rules.address);
	const inLine = new Map<string, Promise<unknown>>();

	return {
		async attempt(who, from, guess) {
			// Neither addresses of people nor of machines are stored.
			const accountKey = hashToken(who);
			const addressKey = hashToken(from);
			const counts: [RateLimiterAbstract, string][] = [
				[pair, hashToken(`${who}\n${from}`)],
				[account, accountKey],
				[address, addressKey]
			];
			const before = inLine.get(accountKey) ?? Promise.resolve();
			const mine = before.then(() => askInTurn(counts, guess));
			const settled = mine.then(
				() => undefined,
				() => undefined
			);
			inLine.set(accountKey, settled);
			try {
				return await mine;
			} finally {
				if (inLine.get(accountKey) === settled) inLine.delete(accountKey);
			}
		}
	};
}

async function askInTurn<T>(
	counts: [RateLimiterAbstract, string][],
	guess: () => Promise<T | null>
): Promise<Attempt<T>> {
	const before = await Promise.all(counts.map(([limit, key]) => limit.get(key)));
	const waits = before.map((found, i) =>
		found && found.consumedPoints >= (counts[i]?.[0].points ?? 0) ? found.msBeforeNext : 0
	);
	const waitMs = Math.max(...waits);
	if (waitMs > 0) return { heard: false, waitMs };
	const value = await guess();
	if (value === null) await Promise.all(counts.map(([limit, key]) => limit.penalty(key)));
	else await Promise.all(counts.slice(0, 1).map(([limit, key]) => limit.delete(key)));
	return { heard: true, value };
}
