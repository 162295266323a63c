// GET /api/organisation/rate: what an hour costs the organisation, in units of its currency, for whoever reads the planned
// cost; null where nobody has set it.
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';

export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.user) error(401, 'Log in first.');
	const found = await services().overview.hourRate(locals.user.id);
	if (!found.ok) error(found.problem.code === 'denied' ? 403 : 404, found.problem.message);
	return json({ perHour: found.value });
};
