// Text with separators to records of cells. Guesses the separator; quoted cells may hold separators and line ends.
import Papa from 'papaparse';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Read this much of a file to guess its separator. */
const SAMPLE_CHARS = 64 * 1024;
const SAMPLE_RECORDS = 60;

/** Records in file order, empty ones in between kept so that their numbers stay true; those at the end are cut. */
export function parseDelimited(text: string): { rows: string[][]; delimiter: Delimiter } {
	const clean = text.replace(/\r\n?/g, '\n');
	const delimiter = guessDelimiter(clean);
	const { data } = Papa.parse<string[]>(clean, { delimiter, newline: '\n' });
	while (data.length > 0 && data.at(-1)!.every((cell) => cell === '')) data.pop();
	return { rows: data, delimiter };
}

/** The separator that gives the most records the same number of cells above one; a comma when none does. */
export function guessDelimiter(text: string): Delimiter {
	let best: Delimiter = ',';
	let bestScore = 0;
	for (const delimiter of DELIMITERS) {
		const { data } = Papa.parse<string[]>(text.slice(0, SAMPLE_CHARS), {
			...{ delimiter, newline: '\n', preview: SAMPLE_RECORDS }
		});
		const counts = new Map<number, number>();
		for (const row of data)
			if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
		for (const [width, times] of counts) {
			const score = times * times * Math.min(width, 12);
			if (score > bestScore) [best, bestScore] = [delimiter, score];
		}
	}
	return best;
}
