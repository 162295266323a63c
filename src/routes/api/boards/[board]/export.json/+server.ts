// GET /api/boards/<id>/export.json: the board as plain data, for every member.
import { error, type RequestHandler } from '@sveltejs/kit';
import { exportBoard } from '#lib/doc/export-board.ts';
import { services } from '#server/services.ts';

export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.user) error(401, 'Log in first.');
	const { auth, collab } = services();
	const board = params['board'] ?? '';
	if (!(await auth.membershipOf(locals.user.id, board)))
		error(404, 'There is no such board, or you do not belong to it.');
	const told = await collab.read(board, exportBoard);
	return new Response(JSON.stringify(told), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
