// Asks the server for what no document may hold. What a board mirrors of it shows once the server has done so.

import type { CommandName } from '#lib/policy/commands.ts';

export type Asked<T> = { ok: true; value: T } | { ok: false; message: string };

/**
 * Has a command done; what it answers, or in a sentence why it was not done: `away` where the server cannot be reached.
 * The key makes a repeated request the same request.
 */
export async function askCommand<T>(
	board: string,
	name: CommandName,
	input: Record<string, unknown>,
	away: string
): Promise<Asked<T>> {
	try {
		const response = await fetch(`/api/boards/${board}/commands/${name}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
			body: JSON.stringify(input)
		});
		const answer = (await response.json().catch(() => ({}))) as {
			value?: T;
			message?: string;
			problem?: { message?: string };
		};
		if (response.ok) return { ok: true, value: answer.value as T };
		const message =
			answer.problem?.message ??
			answer.message ??
			`The server answered ${response.status}. Try again.`;
		return { ok: false, message };
	} catch {
		return { ok: false, message: away };
	}
}

/** Asks for a sign-off, or records or withdraws one. Returns why it was not done; empty when it was. */
export async function sendCommand(
	board: string,
	name: 'request-sign-off' | 'record-approval' | 'revoke-approval',
	input: Record<string, unknown>
): Promise<string> {
	const away =
		'The server cannot be reached. Sign-offs need a connection; try again when you are back.';
	const asked = await askCommand(board, name, input, away);
	return asked.ok ? '' : asked.message;
}
