// Waiting on a condition, never for a time: the only clock in these tests is the one that gives up.
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;

/** Resolves to the first truthy answer of `look`. Throws, naming what was waited for, when there is none in time. */
export async function waitUntil<T>(
	what: string,
	look: () => T | Promise<T>,
	withinMs = 20_000
): Promise<Exclude<T, false | null | undefined | 0 | ''>> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const found = await look();
		if (found) return found as Exclude<T, false | null | undefined | 0 | ''>;
		if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for: ${what}`);
		await pause(LOOK_EVERY_MS);
	}
}
