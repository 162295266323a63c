// GET /api/boards: the boards of whoever asks, the demo's main one first, each with the name of its live document.
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';

export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.user) error(401, 'Log in first.');
	const boards = await services().auth.boardsOf(locals.user.id);
	return json(
		boards.map(({ id, name, epoch }) => ({ id, name, epoch, document: `board:${id}:${epoch}` }))
	);
};
