// Asks the server when a project will be launched. What cannot be had is a problem in words, never a guess.

import type { LaunchForecast } from '#lib/domain/forecast-launch.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';

/** Problems: `offline`, or what the server says. */
export async function askForecast(
	board: string,
	project: string,
	signal: AbortSignal
): Promise<Result<LaunchForecast>> {
	try {
		const response = await fetch(`/api/boards/${board}/forecast/${project}`, { signal });
		const answer = (await response.json()) as LaunchForecast & { message?: string };
		if (response.ok) return ok(answer);
		const message = answer.message ?? `The server answered ${response.status}. Try again.`;
		return err({ code: 'server', message });
	} catch {
		const message = 'The forecast needs a connection; it is counted when you are back.';
		return err({ code: 'offline', message });
	}
}
