// Who may ask the server for what: commands write what no document may hold (people, access, sign-offs, boards).
// The same answer hides a button and refuses a request. Judges the role on the board the command is about.

import type { Verdict } from './can.ts';
import { maySeePeople, TEAMS_ONLY } from './individuals.ts';
import { plans, type Actor } from './roles.ts';

/** Every command and what people read for it. */
export const commandWords = {
	'create-board': 'make a board',
	'rename-board': 'rename the board',
	'archive-board': 'archive the board',
	'set-preset': 'choose how rights work here',
	'set-time-zone': 'set the time zone of the board',
	'delete-demo': 'remove the demo',
	invite: 'invite somebody',
	'revoke-invitation': 'withdraw an invitation',
	'set-role': 'change access',
	'remove-member': 'remove a member',
	'link-login': 'link a login to a person',
	'add-person': 'add a person',
	'edit-person': 'change a person',
	'set-pattern': 'change working hours',
	'record-absence': 'record time off',
	'decide-absence': 'decide about time off',
	'request-absence': 'ask for time off',
	'change-absence': 'change time off',
	'withdraw-absence': 'withdraw time off',
	'set-closing-day': 'set a closing day',
	'remove-closing-day': 'remove closing days',
	'import-calendar': 'import closing days',
	'import-roster': 'import people and leave',
	'request-sign-off': 'ask for a sign-off',
	'record-approval': 'record an approval',
	'revoke-approval': 'withdraw an approval',
	'grant-overview': 'say who leads the organisation',
	'set-organisation': 'set what leaders see and what an hour costs',
	'set-external-cost': 'set what a project costs outside the team',
	'set-bands': 'set where the bands of load end',
	'confirm-allocation': 'confirm a booking',
	import: 'import a plan',
	export: 'export the plan',
	forecast: 'see when projects will be launched',
	'see-people': 'see individuals',
	'save-view': 'save a view',
	'change-view': 'change a shared view',
	'remove-view': 'remove a shared view',
	'pin-view': 'pin a view',
	'adopt-views': 'keep views of this device'
} as const;
export type CommandName = keyof typeof commandWords;
export const commandNames = Object.keys(commandWords) as CommandName[];

/** What about the thing itself matters; absent is no. */
export interface CommandFacts {
	/** The actor leads the project or the module it is about. */
	leading?: boolean;
	/** It is about the actor's own person, what the actor gave, or a view nobody else sees. */
	own?: boolean;
	/** The actor speaks for the home team of the person it is about (P-23). */
	home?: boolean;
	/** The organisation lets leaders see individuals. */
	allowed?: boolean;
}

const YES: Verdict = { ok: true };
const no = (rule: string, remedy: string): Verdict => ({ ok: false, rule, remedy });

const SHARED_VIEWS =
	'Owners and planners share, pin and change shared views. Save one for yourself, or ask one of them.';

const ofOwners: ReadonlySet<CommandName> = new Set([
	'create-board',
	'rename-board',
	'archive-board',
	'set-preset',
	'set-time-zone',
	'delete-demo',
	'invite',
	'revoke-invitation',
	'set-role',
	'remove-member',
	'link-login'
]);

/** About the whole organisation, whichever board they come through. */
const ofOrganisation: ReadonlySet<CommandName> = new Set([
	'grant-overview',
	'set-organisation',
	'set-external-cost',
	'set-bands'
]);

/** Days on which the whole company closes. */
const ofCalendar: ReadonlySet<CommandName> = new Set([
	'set-closing-day',
	'remove-closing-day',
	'import-calendar'
]);

/** About one person: their own team keeps them (P-25). */
const ofHomeTeam: ReadonlySet<CommandName> = new Set([
	'edit-person',
	'set-pattern',
	'record-absence',
	'decide-absence'
]);

const ofOwnTime: ReadonlySet<CommandName> = new Set([
	'request-absence',
	'change-absence',
	'withdraw-absence'
]);

/** Saved views: those one keeps for oneself are nobody else's matter. */
const ofViews: ReadonlySet<CommandName> = new Set([
	'save-view',
	'change-view',
	'remove-view',
	'pin-view'
]);

/** P-16 to P-20, P-25, P-31, P-32, P-40, P-50: may this actor have the command done on this board? A denial says whom to ask. */
export function canCommand(actor: Actor, command: CommandName, facts: CommandFacts = {}): Verdict {
	if (command === 'export' || command === 'forecast' || command === 'adopt-views') return YES;
	if (command === 'see-people')
		return maySeePeople(actor, facts.allowed ?? false) ? YES : no('P-31', TEAMS_ONLY);
	if (actor.role === 'owner') return YES;
	const doing = commandWords[command];
	if (ofOwners.has(command)) return no('P-16', `Only owners can ${doing}. Ask one of them.`);
	if (ofOrganisation.has(command)) return no('P-32', `Only owners can ${doing}. Ask one of them.`);
	if (ofCalendar.has(command)) return no('P-40', `Only owners can ${doing}. Ask one of them.`);
	if (command === 'confirm-allocation')
		return plans(actor) && facts.home
			? YES
			: no('P-24', 'A planner of their home team, or an owner, confirms it. Ask one of them.');
	if (ofOwnTime.has(command) && facts.own && actor.role !== 'viewer') return YES;
	if (ofHomeTeam.has(command) || ofOwnTime.has(command))
		if (plans(actor))
			return facts.home
				? YES
				: no('P-25', `Only their own team and owners can ${doing}. Ask a planner of that team.`);
	if (plans(actor)) return YES;
	if (ofViews.has(command))
		return facts.own && command !== 'pin-view' ? YES : no('P-50', SHARED_VIEWS);
	if (ofOwnTime.has(command))
		return no('P-18', 'You can ask for your own time off. Ask a planner to record it for others.');
	if (command === 'request-sign-off')
		return facts.leading && actor.role === 'designer'
			? YES
			: no('P-19', 'You can ask for sign-offs on what you lead. Ask its lead or a planner.');
	if (command === 'revoke-approval')
		return facts.own && actor.role !== 'viewer'
			? YES
			: no('P-20', 'You can withdraw what you approved yourself. Ask a planner.');
	if (command === 'record-approval')
		return no('P-20', 'Owners and planners record approvals. Ask one of them.');
	return no('P-17', `Only owners and planners can ${doing}. Ask one of them.`);
}

/** P-25: may this actor read what kind of leave somebody takes? Who plans only because the team is small may not. */
export function readsLeaveKinds({ role }: Actor, { own, home }: CommandFacts): boolean {
	return own === true || (home === true && (role === 'owner' || role === 'planner'));
}
