// What the settings page shows owners: who leads the organisation, what leaders see, the rate, where the bands of load end,
// and what projects cost outside the team. Answers owners only.
import { defaultBounds } from '#lib/domain/bands.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { canCommand } from '#lib/policy/commands.ts';
import type { Db } from '../db/db.ts';
import {
	findReader,
	getOrganisation,
	listExternalCosts,
	listLeaders,
	listLiveBoards
} from '../db/organisation.ts';
import { listProjects } from '../db/overview-rows.ts';
import { decimalsOf } from './words.ts';

export interface SettingsView {
	/** A board the owner owns: commands come through it. */
	board: string;
	leaders: { user: string; name: string; email: string }[];
	leadersSeePeople: boolean;
	/** As typed, in the currency's units; empty without a rate. */
	rate: string;
	currency: string;
	/** Where bands 1 to 5 of load end, in per cent. */
	bounds: readonly number[];
	/** Of the owner's boards, by title. */
	projects: { board: string; boardName: string; id: string; title: string; outside: string }[];
}

/** Problems: `denied` (P-32), `not-found`. */
export async function readSettings(db: Db, user: string): Promise<Result<SettingsView>> {
	const reader = await findReader(db.orm, user);
	if (!reader) return err({ code: 'not-found', message: 'There is no such login.' });
	const owned = reader.boards.filter(
		({ role, preset }) => canCommand({ user, person: '', role, preset }, 'set-organisation').ok
	);
	const [first] = owned;
	if (!first)
		return err({ code: 'denied', message: 'Only owners of a board set this. Ask one of them.' });
	const { organisation } = reader;
	const ids = owned.map((board) => board.id);
	const settings = await getOrganisation(db.orm, organisation);
	const names = new Map(
		(await listLiveBoards(db.orm, organisation, ids)).map(({ id, name }) => [id, name])
	);
	const costs = new Map(
		(await listExternalCosts(db.orm, ids)).map((row) => [
			`${row.board} ${row.project}`,
			row.amountMinor
		])
	);
	const type = (minor: number | null | undefined): string =>
		typeof minor === 'number' ? typeMoney(minor, settings.currency) : '';
	const projects = (await listProjects(db.orm, ids)).map(({ board, id, title }) => ({
		...{ board, id, title, boardName: names.get(board) ?? '' },
		outside: type(costs.get(`${board} ${id}`))
	}));
	return ok({
		board: first.id,
		leaders: await listLeaders(db.orm, organisation),
		leadersSeePeople: settings.leadersSeePeople,
		rate: type(settings.blendedRateMinor),
		currency: settings.currency,
		bounds: settings.loadBounds ?? defaultBounds,
		projects: projects.sort(
			(a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1)
		)
	});
}

/** "65.50" of 6550 in a currency with cents. */
function typeMoney(minor: number, currency: string): string {
	const decimals = decimalsOf(currency);
	const amount = minor / 10 ** decimals;
	return Number.isInteger(amount) ? String(amount) : amount.toFixed(decimals);
}
