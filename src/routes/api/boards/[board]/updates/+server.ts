// GET /api/boards/<id>/updates?epoch=<n>: all that is committed of a board's document, packed (packed-updates.ts), for a
// page that has no copy of it yet. Read from storage as it lies there: the board need not be open for it.
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { error, type RequestHandler } from '@sveltejs/kit';
import { packUpdates } from '#lib/doc/packed-updates.ts';
import { services } from '#server/services.ts';

const pack = promisify(gzip);

export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	if (!locals.user) error(401, 'Log in first.');
	const { auth, collab } = services();
	const board = params['board'] ?? '';
	if (!(await auth.membershipOf(locals.user.id, board)))
		error(404, 'There is no such board, or you do not belong to it.');
	const updates = await collab.readCommitted(board, Number(url.searchParams.get('epoch')));
	if (!updates) error(409, 'The board was rebuilt: load the page again.');
	const packed = packUpdates(updates);
	const headers = {
		'content-type': 'application/octet-stream',
		'cache-control': 'no-store',
		vary: 'accept-encoding'
	};
	if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
		return new Response(packed, { headers });
	// The quickest level: it is packed for one reader.
	const small = await pack(packed, { level: constants.Z_BEST_SPEED });
	return new Response(new Uint8Array(small), {
		headers: { ...headers, 'content-encoding': 'gzip' }
	});
};
