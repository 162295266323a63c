// The first sign-up on empty storage. Asks for the token the server printed when it started.
import { fail, redirect } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	if ((await services().auth.findFirstOwnerToken()) === null) redirect(303, '/login');
};

const fields = ['token', 'organisation', 'board', 'name', 'email', 'password', 'timeZone'] as const;

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await request.formData();
		const given = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')]));
		const done = await services().commands.foundOrganisation(given, locals.visit);
		if (!done.ok) {
			const { code, message, value } = done.problem;
			const field = code === 'invalid' || code === 'token' ? String(value ?? '') : code;
			const { password: _password, ...kept } = given;
			return fail(400, { field, message, kept });
		}
		const { board, cookie } = done.value;
		cookies.set(cookie.name, cookie.value, cookie.attributes);
		redirect(303, `/b/${board}/board`);
	}
};
