// Requests of the import page. A problem comes back as a sentence, never as an exception.

export type Asked<T> = { ok: true; value: T } | { ok: false; message: string };

export const addressOf = (board: string): string => `/api/boards/${board}/import`;

export async function askServer<T>(address: string, init?: RequestInit): Promise<Asked<T>> {
	try {
		const response = await fetch(address, init);
		const body = (await response.json().catch(() => ({}))) as T & { message?: string };
		if (response.ok) return { ok: true, value: body };
		return {
			ok: false,
			message: body.message ?? `The server answered ${response.status}. Try again.`
		};
	} catch {
		return { ok: false, message: 'The server cannot be reached. Importing needs a connection.' };
	}
}
