// GET /api/boards/<id>/forecast/<project>: when the project will be launched, for every member.
import type { RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { answer, userOf } from '../../answer.server.ts';

export const GET: RequestHandler = async ({ locals, params }) =>
	answer(
		await services().commands.readForecast(
			userOf(locals),
			params['board'] ?? '',
			params['project'] ?? ''
		)
	);
