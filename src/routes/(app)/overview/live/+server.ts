// GET /overview/live: has anything changed since the stamp one holds? 304, or another stamp. Asks for the right each time.
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { statusOf } from '../ask.server.ts';

export const GET: RequestHandler = async ({ locals, request }) => {
	if (!locals.user) error(401, 'Log in first.');
	const found = await services().overview.stamp(locals.user.id);
	if (!found.ok) error(statusOf(found.problem), found.problem.message);
	const etag = `"${found.value}"`;
	if (request.headers.get('if-none-match') === etag)
		return new Response(null, { status: 304, headers: { etag } });
	return json({ stamp: found.value }, { headers: { etag } });
};
