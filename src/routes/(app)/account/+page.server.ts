// One's own account: time off, password, and where one is logged in.
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { CommandName } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { readAbsence } from './absence-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.user || !locals.session) redirect(303, '/login?next=/account');
	const { auth, settings, commands } = services();
	const own = await commands.readOwnTime(locals.user.id);
	const sessions = await auth.sessionsOf(locals.user.id);
	const other = settings.demo
		? settings.origins.find((origin) => origin !== url.origin)
		: undefined;
	return {
		name: locals.user.name,
		email: locals.user.email,
		time: own.ok ? own.value : null,
		secondWindow: other ? `${other}/login` : null,
		sessions: sessions.map(({ id, userAgent, lastSeenAt, createdAt }) => ({
			id,
			userAgent,
			lastSeenAt,
			createdAt,
			isThis: id === locals.session?.id
		}))
	};
};

async function runOwn({ locals, request }: RequestEvent, name: CommandName) {
	if (!locals.user) redirect(303, '/login');
	const form = await request.formData();
	const command = services().commands.find(name);
	if (!command) throw new Error(`There is no command "${name}". Add it to commands.ts.`);
	const done = await command(locals.user.id, readAbsence(form));
	const about = String(form.get('form') ?? '');
	if (!done.ok) return fail(400, { about, message: done.problem.message });
	return { done: said[name] ?? '' };
}

const said: Partial<Record<CommandName, string>> = {
	'request-absence': 'Asked for. A planner approves it.',
	'change-absence': 'Changed.',
	'withdraw-absence': 'Withdrawn.'
};

export const actions: Actions = {
	ask: (event) => runOwn(event, 'request-absence'),
	change: (event) => runOwn(event, 'change-absence'),
	withdraw: (event) => runOwn(event, 'withdraw-absence'),
	password: async ({ locals, request }) => {
		if (!locals.user || !locals.session) redirect(303, '/login');
		const form = await request.formData();
		const { auth, collab } = services();
		const changed = await auth.changePassword(
			locals.user.id,
			String(form.get('current') ?? ''),
			String(form.get('next') ?? ''),
			locals.session.id,
			locals.visit
		);
		if (!changed.ok) {
			const { code, message } = changed.problem;
			const about = code === 'password' ? 'next' : 'current';
			const text = code === 'login' ? 'The password is not right.' : message;
			return fail(code === 'limit' ? 429 : 400, { about, message: text });
		}
		await collab.refreshAccess({ user: locals.user.id });
		return { done: 'Your password is changed. Everywhere else you were logged out.' };
	},
	end: async ({ locals, request }) => {
		if (!locals.user || !locals.session) redirect(303, '/login');
		const { auth, collab } = services();
		const only = String((await request.formData()).get('session') ?? '');
		const which = only === '' ? { except: locals.session.id } : { only };
		const ended = await auth.revoke(locals.user.id, which);
		await collab.refreshAccess({ user: locals.user.id });
		return { done: ended.length === 1 ? 'One session ended.' : `${ended.length} sessions ended.` };
	}
};
