// GET /api/boards/<id>/views: the saved views of the board that whoever asks sees, shared ones and their own.
import type { RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { answer, userOf } from '../answer.server.ts';

export const GET: RequestHandler = async ({ locals, params }) =>
	answer(await services().commands.readViews(userOf(locals), params['board'] ?? ''));
