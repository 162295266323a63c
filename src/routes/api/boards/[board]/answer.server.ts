// What the addresses of imports and exports have in common: who asks, and how a problem is answered.
import { error, json } from '@sveltejs/kit';
import type { Result } from '#lib/domain/result.ts';

const statuses: Record<string, number> = { denied: 403, 'not-found': 404, busy: 409, gone: 410 };

/** The login of a request; 401 without one. */
export function userOf(locals: App.Locals): string {
	if (!locals.user) error(401, 'Log in first.');
	return locals.user.id;
}

/** The value, or the problem with its status. */
export function answer<T>(result: Result<T>): Response {
	return result.ok
		? json(result.value)
		: json(result.problem, { status: statuses[result.problem.code] ?? 400 });
}
