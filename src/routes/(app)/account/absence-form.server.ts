// The form for one's own time off as the input of a command. Checks nothing: the command does.

/** Hours become minutes; an empty last day is the first; no hours are whole days. */
export function readAbsence(form: FormData): Record<string, unknown> {
	const textOf = (name: string): string => String(form.get(name) ?? '').trim();
	const hours = textOf('hours').replace(',', '.');
	const ids = Object.fromEntries(
		['board', 'person', 'absence']
			.filter((name) => form.has(name))
			.map((name) => [name, textOf(name)])
	);
	if (!form.has('from')) return ids;
	return {
		...ids,
		from: textOf('from'),
		to: textOf('to') || textOf('from'),
		kind: textOf('kind') || 'leave',
		minutesPerDay: hours === '' ? null : Math.round(Number(hours) * 60)
	};
}
