// GET /overview.txt: the overview as the text of a Monday mail, for the same readers.
import { error, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';

export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.user) error(401, 'Log in first.');
	const found = await services().overview.text(locals.user.id);
	if (!found.ok) error(found.problem.code === 'denied' ? 403 : 404, found.problem.message);
	return new Response(found.value, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
