// A storage whose transactions fail on demand, at the driver's seam: before they ran, or after their COMMIT took effect
// and the answer was lost.
import type { Db } from '#server/db/db.ts';

type When = 'before' | 'after';

export interface FaultyDb {
	db: Db;
	/** The next `count` transactions reject with `error`. */
	failNext(count: number, when: When, error: Error & { code?: string }): void;
	/** Transactions that were asked for since the start. */
	asked(): number;
}

/** An error as the driver gives it. */
export function driverError(code: string, message = code): Error & { code: string } {
	return Object.assign(new Error(message), { code });
}

/** Returns a view of `db`; what does not go through `sql.begin` passes untouched. */
export function makeFaulty(db: Db): FaultyDb {
	let left = 0;
	let asked = 0;
	let fault: { when: When; error: Error } | undefined;
	const sql = new Proxy(db.sql, {
		get(target, name, receiver) {
			if (name !== 'begin') return Reflect.get(target, name, receiver) as unknown;
			return async (...parts: Parameters<typeof target.begin>) => {
				asked += 1;
				const current = left > 0 ? fault : undefined;
				if (current) left -= 1;
				if (current?.when === 'before') throw current.error;
				const result = await target.begin(...parts);
				if (current) throw current.error;
				return result;
			};
		}
	});
	return {
		db: { ...db, sql },
		failNext(count, when, error) {
			left = count;
			fault = { when, error };
		},
		asked: () => asked
	};
}
