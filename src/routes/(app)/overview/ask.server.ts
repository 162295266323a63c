// What the addresses of the overview have in common: who asks, and how a refusal is answered.
import { error, redirect } from '@sveltejs/kit';
import type { Problem, Result } from '#lib/domain/result.ts';

/** The login of a page's request; whoever is nobody goes to log in and comes back. */
export function readerOf(locals: App.Locals, path: string): string {
	if (!locals.user) redirect(303, `/login?next=${encodeURIComponent(path)}`);
	return locals.user.id;
}

/** The status of a refusal. */
export const statusOf = ({ code }: Problem): number => (code === 'denied' ? 403 : 404);

/** The value, or the page that says why not. */
export function valueOf<T>(result: Result<T>): T {
	if (!result.ok) error(statusOf(result.problem), result.problem.message);
	return result.value;
}
