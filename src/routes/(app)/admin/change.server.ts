// One form of the page about people, as one command. The answer names the form, so that its error stands beside it.
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { CommandName } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';

/** Runs the command with the form's fields. The form carries `board`, and `form`, which comes back with the answer. */
export async function change(
	{ locals, request }: RequestEvent,
	name: CommandName,
	read: (form: FormData) => Record<string, unknown>
) {
	if (!locals.user) redirect(303, '/login');
	const form = await request.formData();
	const about = String(form.get('form') ?? '');
	const command = services().commands.find(name);
	if (!command) throw new Error(`There is no command "${name}". Add it to commands.ts.`);
	const done = await command(locals.user.id, read(form));
	if (!done.ok) {
		const { code, message } = done.problem;
		return fail(code === 'denied' ? 403 : 400, { about, message });
	}
	const made = done.value as { token?: string } | undefined;
	return { about, done: true as const, token: made?.token ?? null };
}
