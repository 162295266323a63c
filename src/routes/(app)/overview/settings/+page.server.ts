// What owners set for the whole organisation: leaders, what they see, what an hour and a vendor cost, where the bands of
// load end. Each form is a command.
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { CommandName } from '#lib/policy/commands.ts';
import { services } from '#server/services.ts';
import { readerOf, statusOf, valueOf } from '../ask.server.ts';
import { readMoney } from './read-money.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const user = readerOf(locals, '/overview/settings');
	return { view: valueOf(await services().overview.settings(user)) };
};

/** Not a number where nothing, or something else, was written. */
const readPercent = (text: FormDataEntryValue): number =>
	String(text).trim() === '' ? NaN : Number(text);

type Fields = Record<string, unknown>;

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

async function change(
	{ locals, request }: RequestEvent,
	name: CommandName,
	read: (form: FormData) => Fields
) {
	const user = readerOf(locals, '/overview/settings');
	const form = await request.formData();
	const about = textOf(form, 'form');
	const command = services().commands.find(name);
	if (!command) throw new Error(`There is no command "${name}". Add it to commands.ts.`);
	const done = await command(user, { board: textOf(form, 'board'), ...read(form) });
	if (done.ok) return { about, message: '' };
	const { message } = done.problem;
	return fail(done.problem.code === 'denied' ? statusOf(done.problem) : 400, { about, message });
}

export const actions: Actions = {
	leader: (event) =>
		change(event, 'grant-overview', (form) => ({
			email: textOf(form, 'email'),
			leads: form.has('leads')
		})),
	people: (event) =>
		change(event, 'set-organisation', (form) => ({
			leadersSeePeople: form.has('leadersSeePeople')
		})),
	rate: (event) =>
		change(event, 'set-organisation', (form) => {
			const currency = textOf(form, 'currency');
			return { currency, blendedRateMinor: readMoney(textOf(form, 'rate'), currency) };
		}),
	bands: (event) =>
		change(event, 'set-bands', (form) => ({
			bounds: form.has('usual') ? null : form.getAll('bound').map(readPercent)
		})),
	outside: (event) =>
		change(event, 'set-external-cost', (form) => {
			const [board, project] = textOf(form, 'project').split(' ');
			const amountMinor = readMoney(textOf(form, 'amount'), textOf(form, 'currency'));
			return { board, project, amountMinor };
		})
};
