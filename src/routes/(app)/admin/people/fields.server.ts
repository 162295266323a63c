// From a form's text to the input a command takes: hours to minutes, per cent to basis points, empty to none.
// Checks nothing: the command does.

type Fields = Record<string, unknown>;

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** `7.5`, `7,5` and `7:30` are 450 minutes; what is no number becomes NaN, which the command refuses. */
export function readMinutes(text: string): number {
	const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
	if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
	return text === '' ? 0 : Math.round(Number(text.replace(',', '.')) * 60);
}

function readPlain(form: FormData): Fields {
	return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
}

export const readFields = {
	plain: readPlain,
	add: readPlain,
	edit: (form: FormData): Fields => ({
		...readPlain(form),
		starts: textOf(form, 'starts') || null,
		ends: textOf(form, 'ends') || null,
		active: form.has('active'),
		nonProjectBp: Math.round(Number(textOf(form, 'nonProjectPercent').replace(',', '.')) * 100),
		skills: textOf(form, 'skills')
			.split(',')
			.map((skill) => skill.trim())
			.filter(Boolean)
	}),
	pattern: (form: FormData): Fields => ({
		...readPlain(form),
		from: textOf(form, 'from') || null,
		minutes: form.has('remove')
			? null
			: form.getAll('day').map((cell) => readMinutes(String(cell).trim()))
	}),
	absence: (form: FormData): Fields => {
		const hours = textOf(form, 'hours');
		const from = textOf(form, 'from');
		return {
			...readPlain(form),
			to: textOf(form, 'to') || from,
			minutesPerDay: hours === '' ? null : readMinutes(hours)
		};
	}
} satisfies Record<string, (form: FormData) => Fields>;
