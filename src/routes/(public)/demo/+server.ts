// POST /demo: signs in as one of the demo's people, from a browser on this very machine only.
import { error, redirect, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';

export const POST: RequestHandler = async ({ request, locals, url, cookies }) => {
	const { auth } = services();
	const logins = await auth.listDemoLogins({
		address: locals.visit.address,
		hostname: url.hostname,
		forwarded: request.headers.has('x-forwarded-for') || request.headers.has('forwarded')
	});
	if (!logins) error(404, 'There is no demo here, or you are not on the machine it runs on.');
	const form = await request.formData();
	const chosen = logins.find((login) => login.user === form.get('user'));
	if (!chosen) error(400, 'Choose one of the people of the demo.');
	const cookie = await auth.openSession(chosen.user, locals.visit);
	cookies.set(cookie.name, cookie.value, cookie.attributes);
	const next = String(form.get('next') ?? '/');
	redirect(303, /^\/(?![/\\])/.test(next) && !/\p{Cc}/u.test(next) ? next : '/');
};
