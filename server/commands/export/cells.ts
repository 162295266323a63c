// Cells of a CSV that a spreadsheet would run as a formula get an apostrophe in front, and lose it on the way back in.
// The pair is exact: what has apostrophes of its own comes back as it was.

const RUNS = /^'*[=+\-@\t\r\uff0b\uff1d\uff0d\uff20]/;
const ESCAPED = /^'+[=+\-@\t\r\uff0b\uff1d\uff0d\uff20]/;

export function escapeFormula(cell: string): string {
	return RUNS.test(cell) ? `'${cell}` : cell;
}

export function unescapeFormula(cell: string): string {
	return ESCAPED.test(cell) ? cell.slice(1) : cell;
}
