// GET /api/boards/<id>/update?epoch=<n>: a board's document as it is committed, packed (packed-update.ts), for a page that
// has no copy of it yet.
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { error, type RequestHandler } from '@sveltejs/kit';
import { packUpdate } from '#lib/doc/packed-update.ts';
import { services } from '#server/services.ts';

const compress = promisify(gzip);

export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	if (!locals.user) error(401, 'Log in first.');
	const { auth, collab } = services();
	const board = params['board'] ?? '';
	if (!(await auth.membershipOf(locals.user.id, board)))
		error(404, 'There is no such board, or you do not belong to it.');
	const update = await collab.readUpdate(board, Number(url.searchParams.get('epoch')));
	if (!update) error(409, 'The board was rebuilt: load the page again.');
	const packed = packUpdate(update);
	const headers = {
		'content-type': 'application/octet-stream',
		'cache-control': 'no-store',
		vary: 'accept-encoding'
	};
	if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
		return new Response(packed, { headers });
	// The quickest level: it is packed for one reader.
	const small = await compress(packed, { level: constants.Z_BEST_SPEED });
	return new Response(new Uint8Array(small), {
		headers: { ...headers, 'content-encoding': 'gzip' }
	});
};
