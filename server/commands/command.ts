// What every command goes through: input checked, key looked up, right asked for, rows written in one transaction,
// then whatever a board shows of it mirrored. A refusal writes nothing. Commands name only what is their own.
import * as v from 'valibot';
import { err, ok, type Problem, type Result } from '#lib/domain/result.ts';
import { canCommand, type CommandFacts, type CommandName } from '#lib/policy/commands.ts';
import { findAnswer, lockCommandKey, noteAnswer } from '../db/command-log.ts';
import { findMembership, type Membership } from '../db/memberships.ts';
import type { Reach } from '../db/reach.ts';
import type { Services } from '../services.ts';

export type CommandDeps = Pick<Services, 'settings' | 'clock' | 'log' | 'db' | 'auth' | 'collab'>;

/** Every command is about a board; its other fields are its own. */
export interface BoardInput {
	board: string;
}

export interface CommandContext {
	tx: Reach;
	/** Who asks, and as what on this board. */
	actor: Membership;
	facts: CommandFacts;
	deps: CommandDeps;
	now: Date;
}

export interface Command<I extends BoardInput, T> {
	name: CommandName;
	schema: v.GenericSchema<unknown, I>;
	/** Facts the policy asks for; runs before the transaction, where a board may be read. */
	findFacts?(deps: CommandDeps, actor: Membership, input: I): Promise<Result<CommandFacts>>;
	/** Writes the rows. A problem it returns takes everything back. */
	write(context: CommandContext, input: I): Promise<Result<T>>;
	/** After the commit: mirrors, open sockets. Must be fit to run twice. */
	follow?(deps: CommandDeps, input: I, value: T, actor: Membership): Promise<void>;
	/** What is kept under the key where the answer holds a secret: a repeat gets this instead. */
	redact?(value: T): T;
}

class Refused extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem.message);
		this.problem = problem;
	}
}

/**
 * Runs a command for a login. Problems: `invalid` (with the field), `not-found`, `denied` (value: the rule), `key`,
 * and the command's own. The same key answers the same, without doing it again.
 */
export async function runCommand<I extends BoardInput, T>(
	deps: CommandDeps,
	command: Command<I, T>,
	user: string,
	given: unknown,
	key?: string
): Promise<Result<T>> {
	const parsed = v.safeParse(command.schema, given);
	if (!parsed.success) return err(describeIssue(parsed.issues[0]));
	if (key !== undefined && !/^[\x21-\x7e]{1,100}$/.test(key))
		return problem('key', 'An idempotency key is 1 to 100 characters without spaces.');
	const input = parsed.output;
	const actor = await findMembership(deps.db.orm, user, input.board);
	if (!actor) return notFound('board');
	const facts = command.findFacts ? await command.findFacts(deps, actor, input) : ok({});
	if (!facts.ok) return facts;
	const done = await write(deps, command, user, input, facts.value, key);
	if (done.ok && !done.value.repeated) await command.follow?.(deps, input, done.value.value, actor);
	return done.ok ? ok(done.value.value) : done;
}

async function write<I extends BoardInput, T>(
	deps: CommandDeps,
	command: Command<I, T>,
	user: string,
	input: I,
	facts: CommandFacts,
	key: string | undefined
): Promise<Result<{ value: T; repeated: boolean }>> {
	try {
		return await deps.db.orm.transaction(async (tx) => {
			if (key !== undefined) {
				await lockCommandKey(tx, user, key);
				const before = await findAnswer(tx, user, key);
				if (before && before.command !== command.name)
					throw new Refused({
						code: 'key',
						message: `This key was used for another request (${before.command}).`
					});
				if (before) return ok({ value: before.result as T, repeated: true });
			}
			// Asked again inside: the right may have gone since.
			const actor = await findMembership(tx, user, input.board);
			if (!actor) throw new Refused(missing('board'));
			const verdict = canCommand(actor, command.name, facts);
			if (!verdict.ok)
				throw new Refused({ code: 'denied', message: verdict.remedy, value: verdict.rule });
			const now = new Date(deps.clock.now());
			const result = await command.write({ tx, actor, facts, deps, now }, input);
			if (!result.ok) throw new Refused(result.problem);
			const kept = command.redact ? command.redact(result.value) : result.value;
			if (key !== undefined) await noteAnswer(tx, user, key, command.name, kept ?? null);
			return ok({ value: result.value, repeated: false });
		});
	} catch (error) {
		if (error instanceof Refused) return err(error.problem);
		throw error;
	}
}

/** What is wrong with input, as a problem with its field. */
export function describeIssue(issue: v.BaseIssue<unknown>): Problem {
	const field = v.getDotPath(issue) ?? '';
	return { code: 'invalid', message: issue.message, value: field };
}

const missing = (what: string): Problem => ({
	code: 'not-found',
	message: `There is no such ${what}, or it is not yours to see.`
});

export const notFound = (what: string): Result<never> => err(missing(what));
export const problem = (code: string, message: string, value?: unknown): Result<never> =>
	err({ code, message, value });
