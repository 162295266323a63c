// GET: the last imports of a board. POST: a file, its bytes as the body and its name in `?name=`; answers with what it
// seems to be and what importing it would do. Nothing is written to the board yet.
import { json, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { importLimits } from '#lib/model/import.ts';
import { answer, userOf } from '../answer.server.ts';

export const GET: RequestHandler = async ({ locals, params }) =>
	answer(await services().commands.imports.list(userOf(locals), params['board'] ?? ''));

export const POST: RequestHandler = async ({ locals, params, request, url }) => {
	const user = userOf(locals);
	const announced = Number(request.headers.get('content-length') ?? 0);
	if (announced > importLimits.bytes) {
		const megabytes = (announced / 1024 / 1024).toFixed(1);
		const message = `The file has ${megabytes} MB; at most ${importLimits.bytes / 1024 / 1024} MB are read. Split it, or leave out columns nobody needs.`;
		return json({ code: 'file', message }, { status: 413 });
	}
	const bytes = new Uint8Array(await request.arrayBuffer());
	const name = url.searchParams.get('name') ?? '';
	return answer(await services().commands.imports.upload(user, params['board'] ?? '', name, bytes));
};
