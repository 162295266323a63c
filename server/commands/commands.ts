// Every command of the server under its name, bound to the running services. Import, export and the demo have theirs.
import type { LaunchForecast } from '#lib/domain/forecast-launch.ts';
import type { Result } from '#lib/domain/result.ts';
import type { SavedView } from '#lib/model/saved-view.ts';
import type { Visit } from '../auth/auth.ts';
import type { Invitation } from '../db/invitations.ts';
import { acceptInvitation, findInvitation, type Accepted } from './accept-invitation.ts';
import { addPerson } from './add-person.ts';
import { archiveBoard } from './archive-board.ts';
import { runCommand, type BoardInput, type Command, type CommandDeps } from './command.ts';
import { confirmAllocation, type Confirmed } from './confirm-allocation.ts';
import { createCalendars, type Calendars } from './calendar/calendars.ts';
import { readCalendar, type CalendarView } from './calendar/read-calendar.ts';
import { changeAbsence } from './change-absence.ts';
import { createBoard } from './create-board.ts';
import { decideAbsence } from './decide-absence.ts';
import { deleteDemo } from './delete-demo.ts';
import { editPerson } from './edit-person.ts';
import { createExports, type Exports } from './export/exports.ts';
import { foundOrganisation, type Founded } from './found-organisation.ts';
import { createImports, type Imports } from './import/imports.ts';
import { grantOverview } from './grant-overview.ts';
import { invite } from './invite.ts';
import { linkLogin } from './link-login.ts';
import { showOnBoard } from './follow.ts';
import { readForecast } from './read-forecast.ts';
import { readHours, type WeekHours } from './read-hours.ts';
import { readOwnTime, type OwnTime } from './read-own-time.ts';
import { readTeam, type TeamView } from './read-team.ts';
import { recordAbsence } from './record-absence.ts';
import { recordApproval } from './record-approval.ts';
import { removeClosingDay } from './remove-closing-day.ts';
import { removeMember } from './remove-member.ts';
import { renameBoard } from './rename-board.ts';
import { requestAbsence } from './request-absence.ts';
import { requestSignOff } from './request-sign-off.ts';
import { revokeApproval } from './revoke-approval.ts';
import { seePeople } from './see-people.ts';
import { setBands } from './set-bands.ts';
import { setExternalCost } from './set-external-cost.ts';
import { setOrganisation } from './set-organisation.ts';
import { createRosters, type Rosters } from './roster/roster.ts';
import { setClosingDay } from './set-closing-day.ts';
import { setPattern } from './set-pattern.ts';
import { setPreset } from './set-preset.ts';
import { setTimeZone } from './set-time-zone.ts';
import { setRole } from './set-role.ts';
import { withdrawAbsence } from './withdraw-absence.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';
import { adoptViews } from './views/adopt-views.ts';
import { changeView } from './views/change-view.ts';
import { pinView } from './views/pin-view.ts';
import { readViews } from './views/read-views.ts';
import { removeView } from './views/remove-view.ts';
import { saveView } from './views/save-view.ts';

const boardCommands = {
	createBoard,
	renameBoard,
	archiveBoard,
	setPreset,
	deleteDemo,
	invite,
	withdrawInvitation,
	setRole,
	removeMember,
	linkLogin,
	addPerson,
	editPerson,
	setPattern,
	setTimeZone,
	recordAbsence,
	requestAbsence,
	decideAbsence,
	changeAbsence,
	withdrawAbsence,
	setClosingDay,
	removeClosingDay,
	requestSignOff,
	recordApproval,
	revokeApproval,
	grantOverview,
	setOrganisation,
	setExternalCost,
	setBands,
	seePeople,
	saveView,
	changeView,
	removeView,
	pinView,
	adoptViews
} as const;

type Table = typeof boardCommands;
type ValueOf<C> = C extends Command<infer _I, infer T> ? T : never;

/** `(login, input, idempotency key)`: the input is checked, whatever it is; a problem's code says which kind. */
type Run<T> = (user: string, input: unknown, key?: string) => Promise<Result<T>>;

export type Commands = { readonly [K in keyof Table]: Run<ValueOf<Table[K]>> } & {
	/** Confirms a booking as it was seen; asking again is answered the same. */
	confirmAllocation: Run<Confirmed>;
	/** A command by the name the policy gives it, for requests over HTTP; undefined for no such name. */
	find(name: string): Run<unknown> | undefined;
	/** What the page about people shows to planners and owners. */
	readTeam(user: string, board: string): Promise<Result<TeamView>>;
	/** Where the hours of a person go, week by week; for the same, and for oneself. */
	readHours(user: string, board: string, person: string): Promise<Result<WeekHours[]>>;
	/** One's own hours and time off. */
	readOwnTime(user: string): Promise<Result<OwnTime>>;
	/** Closing days and public holidays, for the same. */
	readCalendar(user: string, board: string): Promise<Result<CalendarView>>;
	/** Closing days out of calendar files. */
	readonly calendars: Calendars;
	/** People and leave by employee number. */
	readonly rosters: Rosters;
	/** Saved views of the board's screens: the shared ones, and one's own. */
	readViews(user: string, board: string): Promise<Result<SavedView[]>>;
	/** When a project will be launched, for every member. */
	readForecast(user: string, board: string, project: string): Promise<Result<LaunchForecast>>;
	/**
	 * Mirrors the board in the background, once a day for each process: years of holidays go by, and a change may not
	 * have been shown when storage was away. For whoever opens the board.
	 */
	keepFresh(board: string): void;
	/** Plans, lists and exports coming in: uploads, dry runs, batches. */
	readonly imports: Imports;
	/** The board going out as tables. */
	readonly exports: Exports;
	foundOrganisation(input: unknown, visit: Visit): Promise<Result<Founded>>;
	findInvitation(token: string): Promise<(Invitation & { hasLogin: boolean }) | undefined>;
	acceptInvitation(
		token: string,
		given: { name: string; password: string },
		visit: Visit
	): Promise<Result<Accepted>>;
};

export function createCommands(deps: CommandDeps): Commands {
	const bind =
		<I extends BoardInput, T>(command: Command<I, T>): Run<T> =>
		(user, input, key) =>
			runCommand(deps, command, user, input, key);
	const bound = Object.fromEntries(
		Object.entries(boardCommands).map(([name, command]) => [
			name,
			bind(command as unknown as Command<BoardInput, unknown>)
		])
	) as unknown as { [K in keyof Table]: Run<ValueOf<Table[K]>> };
	const byName = new Map<string, Run<unknown>>(
		Object.entries(boardCommands).map(([key, command]) => [command.name, bound[key as keyof Table]])
	);
	const confirm: Run<Confirmed> = (user, input) => confirmAllocation(deps, user, input);
	byName.set('confirm-allocation', confirm);
	const freshOn = new Map<string, string>();
	return {
		...bound,
		confirmAllocation: confirm,
		find: (name) => byName.get(name),
		readTeam: (user, board) => readTeam(deps, user, board),
		readHours: (user, board, person) => readHours(deps, user, board, person),
		readOwnTime: (user) => readOwnTime(deps, user),
		readCalendar: (user, board) => readCalendar(deps, user, board),
		calendars: createCalendars(deps),
		rosters: createRosters(deps),
		readViews: (user, board) => readViews(deps, user, board),
		readForecast: (user, board, project) => readForecast(deps, user, board, project),
		keepFresh(board) {
			const today = deps.clock.today();
			if (freshOn.get(board) === today) return;
			freshOn.set(board, today);
			void showOnBoard(deps, board);
		},
		imports: createImports(deps),
		exports: createExports(deps),
		foundOrganisation: (input, visit) => foundOrganisation(deps, input, visit),
		findInvitation: (token) => findInvitation(deps, token),
		acceptInvitation: (token, given, visit) => acceptInvitation(deps, token, given, visit)
	};
}
