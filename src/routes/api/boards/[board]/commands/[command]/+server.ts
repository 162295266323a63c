// POST /api/boards/<id>/commands/<name>: has a command of server/commands done. The body is its input without the
// board; the idempotency-key header makes a repeated request the same request.
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';

const statuses: Record<string, number> = {
	denied: 403,
	'not-found': 404,
	key: 409,
	given: 409,
	changed: 409,
	'over-booked': 409
};

export const POST: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.user) error(401, 'Log in first.');
	const command = services().commands.find(params['command'] ?? '');
	if (!command) error(404, 'There is no such command.');
	const body: unknown = await request.json().catch(() => null);
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		error(400, 'Send the input as a JSON object.');
	const key = request.headers.get('idempotency-key') ?? undefined;
	const done = await command(locals.user.id, { ...body, board: params['board'] }, key);
	if (done.ok) return json({ ok: true, value: done.value ?? null });
	return json(done, { status: statuses[done.problem.code] ?? 400 });
};
