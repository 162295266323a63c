// From the text of this page's forms to the input its commands take. Checks nothing: the commands do.

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const readFields = {
	set: (form: FormData): Record<string, unknown> => {
		const hours = textOf(form, 'hours').replace(',', '.');
		const from = textOf(form, 'from');
		return {
			board: textOf(form, 'board'),
			from,
			to: textOf(form, 'to') || from,
			name: textOf(form, 'name'),
			region: textOf(form, 'region'),
			works: form.has('works'),
			minutesPerDay: hours === '' ? null : Math.round(Number(hours) * 60)
		};
	},
	remove: (form: FormData): Record<string, unknown> => ({
		board: textOf(form, 'board'),
		closingDay: textOf(form, 'closingDay'),
		source: textOf(form, 'source'),
		region: textOf(form, 'region')
	})
};
