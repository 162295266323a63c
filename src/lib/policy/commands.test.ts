// The table is written by hand from the issue and never derived from the code.

import { describe, expect, it } from 'vitest';
import {
	canCommand,
	commandNames,
	readsLeaveKinds,
	type CommandFacts,
	type CommandName
} from './commands.ts';
import { roleNames, type Actor, type Preset, type Role } from './roles.ts';

const actor = (role: Role, preset: Preset): Actor => ({
	user: 'usr_1',
	person: 'per_1',
	role,
	preset
});

/** o owner, p planner, l leader, d designer, v viewer; a capital letter needs the fact beside it. */
const table: Record<CommandName, { standard: string; small: string; with?: CommandFacts }> = {
	'create-board': { standard: 'o', small: 'o' },
	'rename-board': { standard: 'o', small: 'o' },
	'archive-board': { standard: 'o', small: 'o' },
	'set-preset': { standard: 'o', small: 'o' },
	'set-time-zone': { standard: 'o', small: 'o' },
	'delete-demo': { standard: 'o', small: 'o' },
	invite: { standard: 'o', small: 'o' },
	'revoke-invitation': { standard: 'o', small: 'o' },
	'set-role': { standard: 'o', small: 'o' },
	'remove-member': { standard: 'o', small: 'o' },
	'link-login': { standard: 'o', small: 'o' },
	'add-person': { standard: 'op', small: 'opld' },
	'edit-person': { standard: 'oP', small: 'oPLD', with: { home: true } },
	'set-pattern': { standard: 'oP', small: 'oPLD', with: { home: true } },
	'record-absence': { standard: 'oP', small: 'oPLD', with: { home: true } },
	'decide-absence': { standard: 'oP', small: 'oPLD', with: { home: true } },
	'request-absence': { standard: 'oPLD', small: 'oPLD', with: { own: true } },
	'change-absence': { standard: 'oPLD', small: 'oPLD', with: { own: true } },
	'withdraw-absence': { standard: 'oPLD', small: 'oPLD', with: { own: true } },
	'set-closing-day': { standard: 'o', small: 'o' },
	'remove-closing-day': { standard: 'o', small: 'o' },
	'import-calendar': { standard: 'o', small: 'o' },
	'import-roster': { standard: 'op', small: 'opld' },
	'request-sign-off': { standard: 'opD', small: 'opld', with: { leading: true } },
	'record-approval': { standard: 'op', small: 'opld' },
	'revoke-approval': { standard: 'opLD', small: 'opld', with: { own: true } },
	'grant-overview': { standard: 'o', small: 'o' },
	'set-organisation': { standard: 'o', small: 'o' },
	'set-external-cost': { standard: 'o', small: 'o' },
	'set-bands': { standard: 'o', small: 'o' },
	'confirm-allocation': { standard: 'oP', small: 'oPLD', with: { home: true } },
	import: { standard: 'op', small: 'opld' },
	export: { standard: 'opldv', small: 'opldv' },
	forecast: { standard: 'opldv', small: 'opldv' },
	'see-people': { standard: 'opdvL', small: 'opldv', with: { allowed: true } },
	'save-view': { standard: 'opLDV', small: 'opldV', with: { own: true } },
	'change-view': { standard: 'opLDV', small: 'opldV', with: { own: true } },
	'remove-view': { standard: 'opLDV', small: 'opldV', with: { own: true } },
	'pin-view': { standard: 'op', small: 'opld', with: { own: true } },
	'adopt-views': { standard: 'opldv', small: 'opldv' }
};

describe('F-14, P-16, P-17, P-18, P-19, P-20, P-25, P-31, P-32, P-40, P-50 who may have a command done', () => {
	it('has a row for every command', () => {
		expect(Object.keys(table).sort()).toEqual([...commandNames].sort());
	});

	for (const command of commandNames)
		for (const [preset, column] of [
			['standard', 'standard'],
			['small-team', 'small']
		] as const)
			it(`${command} on a ${preset} board`, () => {
				const row = table[command];
				for (const role of roleNames) {
					const letter = role.charAt(0);
					const who = actor(role, preset);
					const always = row[column].includes(letter);
					expect(canCommand(who, command).ok, role).toBe(always);
					expect(canCommand(who, command, row.with ?? {}).ok, `${role} with its fact`).toBe(
						always || row[column].includes(letter.toUpperCase())
					);
				}
			});

	it('P-25 has time off recorded, changed and withdrawn by the home team, its kind read by whoever plans it', () => {
		const ask = (command: CommandName, role: Role, facts: CommandFacts, preset: Preset) =>
			canCommand(actor(role, preset), command, facts).ok;
		for (const command of ['request-absence', 'change-absence', 'withdraw-absence'] as const) {
			expect(ask(command, 'planner', { home: true }, 'standard')).toBe(true);
			expect(ask(command, 'planner', { home: false }, 'standard')).toBe(false);
			expect(ask(command, 'designer', { home: true }, 'standard')).toBe(false);
			expect(ask(command, 'designer', { home: true }, 'small-team')).toBe(true);
		}
		const reads = (role: Role, facts: CommandFacts) =>
			readsLeaveKinds(actor(role, 'small-team'), facts);
		expect(reads('planner', { home: true })).toBe(true);
		expect(reads('planner', { home: false })).toBe(false);
		expect(reads('designer', { home: true })).toBe(false);
		expect(reads('designer', { own: true })).toBe(true);
	});

	it('says whom to ask', () => {
		const verdict = canCommand(actor('designer', 'standard'), 'invite');
		expect(verdict).toEqual({
			ok: false,
			rule: 'P-16',
			remedy: 'Only owners can invite somebody. Ask one of them.'
		});
	});
});
