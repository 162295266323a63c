// Everything an import had to say, as a CSV: the row as the file had it stands behind each remark, so that what was left
// out can be mended and sent again.
import type { Remark } from '#lib/model/import.ts';
import { escapeFormula } from '../export/cells.ts';

const HEADINGS = ['Row', 'Level', 'Kind', 'Found', 'Done', 'The row in the file'];

/** With a byte order mark: this file is for spreadsheets. */
export function* writeRemarks(
	remarks: readonly Remark[],
	rows: readonly string[][]
): Generator<void, string> {
	const lines = [HEADINGS.join(',')];
	for (const [i, { row, level, kind, text, done }] of remarks.entries()) {
		if (i % 200 === 0) yield;
		const cells = [`${row || ''}`, level, kind, text, done, ...(rows[row - 1] ?? [])];
		lines.push(cells.map((cell) => `"${escapeFormula(cell).replaceAll('"', '""')}"`).join(','));
	}
	return `\ufeff${lines.join('\r\n')}\r\n`;
}
