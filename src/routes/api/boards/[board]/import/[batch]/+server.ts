// GET: how far a batch is. POST `{do, choices}`: `check` and `reguess` look again, `remarks` gives everything found as CSV,
// `start` imports, `undo` takes the batch back.
import { error, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { answer, userOf } from '../../answer.server.ts';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { board = '', batch = '' } = params;
	return answer(await services().commands.imports.progress(userOf(locals), board, batch));
};

export const POST: RequestHandler = async ({ locals, params, request }) => {
	const user = userOf(locals);
	const { board = '', batch = '' } = params;
	const body: unknown = await request.json().catch(() => null);
	if (typeof body !== 'object' || body === null) error(400, 'Send a JSON object.');
	const { do: what, choices } = body as { do?: unknown; choices?: unknown };
	const { imports } = services().commands;
	if (what === 'check' || what === 'reguess')
		return answer(await imports.check(user, board, batch, choices, what === 'reguess'));
	if (what === 'start') return answer(await imports.start(user, board, batch, choices));
	if (what === 'undo') return answer(await imports.undo(user, board, batch));
	if (what !== 'remarks') error(400, 'Say what to do: check, reguess, remarks, start or undo.');
	const remarks = await imports.remarks(user, board, batch, choices);
	if (!remarks.ok) return answer(remarks);
	return new Response(remarks.value, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="import-remarks.csv"'
		}
	});
};
