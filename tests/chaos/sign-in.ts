// Logging in and asking over HTTP as a browser would: the form, the cookie, the Origin header.

/** A login of the demo, as a browser keeps it. */
export interface Login {
	url: string;
	cookie: string;
}

export interface BoardEntry {
	id: string;
	name: string;
	epoch: number;
	document: string;
}

export const demoPassword = 'harbour-goods-demo';

/** Sends the login form. Throws with the status when the answer is not 303 and one cookie. */
export async function signIn(
	url: string,
	role: string,
	password: string = demoPassword
): Promise<Login> {
	const answer = await fetch(`${url}/login`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: url },
		body: new URLSearchParams({ email: `${role}@demo.example`, password })
	});
	const cookies = answer.headers.getSetCookie();
	if (answer.status !== 303 || cookies.length !== 1)
		throw new Error(`Login of ${role}: ${answer.status}, ${cookies.length} cookies`);
	return { url, cookie: cookies[0]!.split(';', 1)[0]! };
}

/** GET of a path as that login. */
export function ask(login: Login, path: string): Promise<Response> {
	return fetch(`${login.url}${path}`, { headers: { cookie: login.cookie }, redirect: 'manual' });
}

/** The boards of a login, the demo's first. */
export async function listBoards(login: Login): Promise<BoardEntry[]> {
	return (await (await ask(login, '/api/boards')).json()) as BoardEntry[];
}

/** The bytes of a board's export. */
export async function readExport(login: Login, board: string): Promise<string> {
	const answer = await ask(login, `/api/boards/${board}/export.json`);
	if (!answer.ok) throw new Error(`export.json: ${answer.status}`);
	return answer.text();
}

/** Runs a command over HTTP; returns the status and what was answered. */
export async function command(
	login: Login,
	board: string,
	name: string,
	input: Record<string, unknown> = {}
): Promise<{ status: number; body: unknown }> {
	const answer = await fetch(`${login.url}/api/boards/${board}/commands/${name}`, {
		method: 'POST',
		headers: {
			...{ cookie: login.cookie, origin: login.url, 'content-type': 'application/json' },
			'idempotency-key': crypto.randomUUID()
		},
		body: JSON.stringify(input)
	});
	return { status: answer.status, body: await answer.json().catch(() => null) };
}
