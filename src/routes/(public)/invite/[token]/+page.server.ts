// An invitation's page. Opening it changes nothing, since mail scanners open links too; sending the form uses it up.
import { error, fail, redirect } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const found = await services().commands.findInvitation(params.token);
	if (!found) error(404, 'This invitation was used, withdrawn or has expired. Ask for a new one.');
	const { email, boardName, role, hasLogin } = found;
	return { email, boardName, role, hasLogin };
};

export const actions: Actions = {
	default: async ({ params, request, locals, cookies }) => {
		const form = await request.formData();
		const name = String(form.get('name') ?? '');
		const password = String(form.get('password') ?? '');
		const { commands } = services();
		const done = await commands.acceptInvitation(params.token, { name, password }, locals.visit);
		if (!done.ok) {
			const { code, message, value } = done.problem;
			if (code === 'gone') error(404, message);
			return fail(code === 'limit' ? 429 : 400, { name, message, field: String(value ?? '') });
		}
		const { board, cookie } = done.value;
		cookies.set(cookie.name, cookie.value, cookie.attributes);
		redirect(303, `/b/${board}/board`);
	}
};
