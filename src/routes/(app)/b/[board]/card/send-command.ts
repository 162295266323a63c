// Asks the server for what no document may hold: sign-offs. The board shows the answer when the server has mirrored it.

/** Returns why it was not done; empty when it was. The key makes a repeated request the same request. */
export async function sendCommand(
	board: string,
	name: 'request-sign-off' | 'record-approval' | 'revoke-approval',
	input: Record<string, unknown>
): Promise<string> {
	try {
		const response = await fetch(`/api/boards/${board}/commands/${name}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
			body: JSON.stringify(input)
		});
		if (response.ok) return '';
		const answer = (await response.json().catch(() => ({}))) as {
			message?: string;
			problem?: { message?: string };
		};
		return (
			answer.problem?.message ??
			answer.message ??
			`The server answered ${response.status}. Try again.`
		);
	} catch {
		return 'The server cannot be reached. Sign-offs need a connection; try again when you are back.';
	}
}
