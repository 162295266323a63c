// Asks the server over HTTP what became of a board whose socket was refused: there, elsewhere, gone, or signed out.

export type BoardWhereabouts =
	| { state: 'there'; document: string; epoch: number }
	| { state: 'gone' }
	| { state: 'signed-out' }
	/** No answer: the network is away, or the server is. */
	| { state: 'unknown' };

/** Reads `GET /api/boards`. */
export async function findBoard(id: string): Promise<BoardWhereabouts> {
	try {
		const response = await fetch('/api/boards', {
			headers: { accept: 'application/json' },
			redirect: 'manual',
			cache: 'no-store'
		});
		if (response.status === 401 || response.type === 'opaqueredirect')
			return { state: 'signed-out' };
		if (!response.ok) return { state: 'unknown' };
		const boards = (await response.json()) as { id: string; document: string; epoch: number }[];
		const found = boards.find((board) => board.id === id);
		return found
			? { state: 'there', document: found.document, epoch: found.epoch }
			: { state: 'gone' };
	} catch {
		return { state: 'unknown' };
	}
}
