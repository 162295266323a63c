// The board an administration page is about: the one in its address, else the first of the login's own.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { services } from '#server/services.ts';

/** The board, the others of the login, and who asks. Sends strangers to the login and answers 404 for no board. */
export async function findBoard({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	if (!locals.user) redirect(303, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
	const all = await services().auth.boardsOf(locals.user.id);
	const wanted = url.searchParams.get('board') ?? all[0]?.id ?? '';
	const found = all.find((one) => one.id === wanted);
	if (!found) error(404, 'There is no such board, or you do not belong to it.');
	const { id, name, preset, isDemo, timeZone } = found;
	return {
		user: locals.user.id,
		board: { id, name, preset, isDemo, timeZone },
		boards: all.map((one) => ({ id: one.id, name: one.name }))
	};
}
