// Ids of what is on a board, made unlike those of any other board: two boards restored from one export share theirs.

/** Empty for an empty id. */
export const keyOf = (board: string, id: string): string => (id === '' ? '' : `${board}/${id}`);

export function splitKey(key: string): { board: string; id: string } {
	const at = key.indexOf('/');
	return { board: key.slice(0, at), id: key.slice(at + 1) };
}
