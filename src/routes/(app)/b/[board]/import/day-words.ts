// Days as the import page says them: never in digits alone, which is the very thing in doubt here.

const format = new Intl.DateTimeFormat('en-GB', {
	...{ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
});

/** "Mon, 15 September 2025". */
export function showDay(day: string): string {
	return format.format(new Date(`${day}T00:00:00Z`));
}
