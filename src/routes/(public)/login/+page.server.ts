// The login page. Its default action answers 303 with exactly one cookie; only wrong passwords count against a limit.
import { fail, redirect } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where to go after: a path of this site and nothing else. */
function readNext(url: URL): string {
	const next = url.searchParams.get('next') ?? '/';
	return /^\/(?![/\\])/.test(next) && !/\p{Cc}/u.test(next) ? next : '/';
}

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { auth, settings } = services();
	const demo = await auth.listDemoLogins({
		address: locals.visit.address,
		hostname: url.hostname,
		forwarded: request.headers.has('x-forwarded-for') || request.headers.has('forwarded')
	});
	if (locals.user && !demo) redirect(303, readNext(url));
	const needsOwner = (await auth.findFirstOwnerToken()) !== null;
	if (needsOwner) redirect(303, '/start');
	const otherOrigin = settings.origins.find((origin) => origin !== url.origin) ?? null;
	return {
		demo: demo?.map(({ user, name, role }) => ({ user, name, role })) ?? null,
		signedInAs: locals.user?.name ?? null,
		otherLogin: demo && otherOrigin ? `${otherOrigin}/login` : null,
		next: readNext(url)
	};
};

export const actions: Actions = {
	default: async ({ request, cookies, locals, url, setHeaders }) => {
		const form = await request.formData();
		const email = String(form.get('email') ?? '');
		const found = await services().auth.login(
			email,
			String(form.get('password') ?? ''),
			locals.visit
		);
		if (!found.ok) {
			const { code, message, value } = found.problem;
			if (code === 'limit')
				setHeaders({ 'retry-after': String(Math.ceil(Number(value ?? 0) / 1000)) });
			return fail(code === 'limit' ? 429 : 401, { email, message });
		}
		const { cookie } = found.value;
		cookies.set(cookie.name, cookie.value, cookie.attributes);
		redirect(303, readNext(url));
	}
};
