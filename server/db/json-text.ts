// Rows as one JSON text: a statement that takes them stays the same for any number, so it is prepared once.

/** What Postgres cannot hold in a text, the character NUL and halves of a pair, becomes the replacement character. */
export function toJson(rows: unknown): string {
	return JSON.stringify(rows, (_key, value: unknown) =>
		typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value
	);
}
