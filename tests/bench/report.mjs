// Prints one bench as Markdown on standard output.

/** Prints rows, goals and checks. Returns whether every check held and, in a full run, every goal was met. */
export function printOutcome({
	name,
	title,
	smoke,
	seconds,
	versions,
	machine,
	rows,
	goals,
	checks
}) {
	const lines = [
		`## ${name}: ${title}${smoke ? ' (small run: goals are shown, they do not count)' : ''}`,
		''
	];
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	if (columns.length)
		lines.push(
			...printTable(
				columns,
				rows.map((row) => columns.map((column) => row[column] ?? ''))
			),
			''
		);
	if (goals.length) {
		const cells = goals.map((goal) => [
			goal.id,
			goal.text,
			goal.value,
			goal.limit,
			goal.met ? 'met' : 'MISSED'
		]);
		lines.push(...printTable(['goal', 'what', 'measured', 'limit', ''], cells), '');
	}
	lines.push(...checks.map((check) => `- ${check.ok ? 'ok' : 'WRONG'}: ${check.text}`), '');
	lines.push(
		`${Object.entries(versions)
			.map(([what, version]) => `${what} ${version}`)
			.join(', ')}; ${machine}; ${seconds.toFixed(0)} s`,
		''
	);
	process.stdout.write(`${lines.join('\n')}\n`);
	return (
		checks.length > 0 &&
		checks.every((check) => check.ok) &&
		(smoke || goals.every((goal) => goal.met))
	);
}

function printTable(titles, rows) {
	const print = (cells) =>
		`| ${cells.map((cell) => (typeof cell === 'number' ? round(cell) : String(cell).replaceAll('|', '\\|'))).join(' | ')} |`;
	return [print(titles), print(titles.map(() => '---')), ...rows.map(print)];
}

/** Three figures are as many as a median of five carries. */
function round(value) {
	return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
