// POST /logout: ends the session and its open sockets. The page that asks has warned about unsent edits before.
import { redirect, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';

export const POST: RequestHandler = async ({ locals, cookies }) => {
	const { auth, collab } = services();
	const cookie = await auth.logout(locals.visit.cookieHeader);
	cookies.set(cookie.name, cookie.value, cookie.attributes);
	if (locals.user) await collab.refreshAccess({ user: locals.user.id });
	redirect(303, '/login');
};
