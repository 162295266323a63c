// The leader's overview: made by the server from rows. What comes down is text and totals, no board.
import { fail } from '@sveltejs/kit';
import { canCommand } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { readerOf, valueOf } from './ask.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('plimsoll:overview');
	const user = readerOf(locals, '/overview');
	const { overview, auth } = services();
	const view = valueOf(await overview.read(user));
	const boards = await auth.boardsOf(user);
	return {
		view,
		boards: boards.length,
		maySet: boards.some(
			({ role, preset }) => canCommand({ user, person: '', role, preset }, 'set-organisation').ok
		)
	};
};

export const actions: Actions = {
	/** Confirms what another board asks of the reader's team, as it stands in the list. */
	confirm: async ({ locals, request }) => {
		const user = readerOf(locals, '/overview');
		const form = await request.formData();
		const asked = readJson(form.get('asked'));
		const reason = String(form.get('reason') ?? '');
		const done = await services().commands.confirmAllocation(user, { ...asked, reason });
		if (done.ok) return { confirmed: true as const };
		const { code, message } = done.problem;
		return fail(code === 'over-booked' ? 409 : 400, {
			...{ asked: String(form.get('asked') ?? ''), message },
			takesReason: code === 'over-booked'
		});
	}
};

/** What a form carries along as JSON; nothing where it is none. */
function readJson(text: FormDataEntryValue | null): object {
	try {
		return JSON.parse(String(text ?? '')) as object;
	} catch {
		return {};
	}
}
