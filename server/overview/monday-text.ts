// The overview as the text of a mail: plain, 72 columns, the same sentence and figures. Sends nothing.
import type { OverviewView, StripView } from './overview.ts';
import { sayDay } from './words.ts';

const COLUMNS = 72;
const NAME = 7;
const CELL = 5;

/** Lines of at most 72 characters, ended by a line feed. */
export function writeMondayText(view: OverviewView): string {
	const { today, horizon, said } = view;
	const strips = view.teams.length > 0 ? [view.whole, ...view.teams] : [view.whole];
	const lines = [
		`${view.scope}, week of ${sayDay(horizon.from, today)}`,
		'',
		...wrap(view.sentence),
		...wrap(`Next six weeks, ${said.horizon}.`),
		'',
		...writeStrips(view, strips),
		...section('What puts weeks over 100 %', view.causes, 'No week is over 100 %.', (cause) => [
			cause.title,
			cause.text
		]),
		...section('Waiting for you', view.decisions, 'Nobody is waiting for you.', (decision) => [
			decision.text,
			decision.board
		]),
		...section(`Launches moved since ${said.since}`, view.moves, 'No launch has moved.', (move) => [
			move.title,
			move.text
		]),
		'PLANNED COST',
		...wrap(sayCost(view.cost))
	];
	return `${lines.join('\n')}\n`;
}

export function sayCost({ total, made, missing }: OverviewView['cost']): string {
	const sum = total === null ? `Not known: ${made}` : `${total}: ${made}`;
	return missing.length === 0 ? `${sum}.` : `${sum}. Incomplete: ${missing.join('; ')}.`;
}

function writeStrips({ weeks }: OverviewView, strips: readonly StripView[]): string[] {
	const row = (name: string, cells: readonly string[]): string =>
		cut(name, NAME).padEnd(NAME) + cells.map((cell) => cell.padStart(CELL)).join('');
	const lines = [
		row(
			'%',
			weeks.map(({ label }) => label)
		)
	];
	for (const { name, words, booked, withUnstaffed } of strips)
		lines.push(
			cut(name, COLUMNS),
			...wrap(`  Next six weeks: ${words}.`, '  '),
			row(
				'booked',
				booked.map((cell) => cell.text)
			),
			row(
				'+ open',
				withUnstaffed.map((cell) => cell.text)
			)
		);
	return [...lines, '', '+ open adds work nobody holds; ? is unknown, 92+ at least 92.', ''];
}

function section<T>(
	title: string,
	all: readonly T[],
	none: string,
	say: (one: T) => [string, string]
): string[] {
	const items = all.flatMap((one) => {
		const [head, rest] = say(one);
		return [...wrap(`- ${head}`, '  '), ...wrap(`  ${rest}`, '  ')];
	});
	return [title.toUpperCase(), ...(items.length > 0 ? items : [none]), ''];
}

/** Breaks at spaces; a word longer than a line is cut into lines. */
export function wrap(text: string, indent = ''): string[] {
	const lines: string[] = [];
	const lead = /^ */.exec(text)![0];
	let line = lead;
	for (const word of text.trim().split(/\s+/)) {
		let rest = word;
		const joined = line.trim() === '' ? line + rest : `${line} ${rest}`;
		if ([...joined].length <= COLUMNS) {
			line = joined;
			continue;
		}
		if (line.trim() !== '') lines.push(line);
		while ([...rest].length > COLUMNS - indent.length) {
			const room = COLUMNS - indent.length;
			lines.push(indent + [...rest].slice(0, room).join(''));
			rest = [...rest].slice(room).join('');
		}
		line = indent + rest;
	}
	return [...lines, line];
}

function cut(text: string, max: number): string {
	const letters = [...text];
	return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`;
}
