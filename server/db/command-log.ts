// What commands answered under their idempotency keys.
import { and, eq, sql } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { commandLog } from './schema.ts';

/** Makes a second request with the same key wait for the first, until the transaction ends. */
export async function lockCommandKey(tx: Reach, user: string, key: string): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${user} ${key}`}, 0))`);
}

export async function findAnswer(
	tx: Reach,
	user: string,
	key: string
): Promise<{ command: string; result: unknown } | undefined> {
	const [found] = await tx
		.select({ command: commandLog.command, result: commandLog.result })
		.from(commandLog)
		.where(and(eq(commandLog.user, user), eq(commandLog.key, key)));
	return found;
}

export async function noteAnswer(
	tx: Reach,
	user: string,
	key: string,
	command: string,
	result: unknown
): Promise<void> {
	// A command without an answer answered null, which is not the same as a row without one.
	const told = result === null ? sql`'null'::jsonb` : result;
	await tx.insert(commandLog).values({ user, key, command, result: told });
}
