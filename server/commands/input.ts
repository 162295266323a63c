// The kinds of input commands take, each with the sentence people read when it does not fit.
import * as v from 'valibot';
import { isDay } from '#lib/domain/days.ts';
import { roleNames } from '#lib/policy/roles.ts';

const CONTROL = /\p{Cc}/u;

/** One line of text, trimmed. */
export const line = (label: string, max: number) =>
	v.pipe(
		v.string(`${label} must be text.`),
		v.trim(),
		v.maxLength(max, `${label} may have ${max} characters.`),
		v.check((text) => text.isWellFormed() && !CONTROL.test(text), `${label} must be one line.`)
	);

export const filledLine = (label: string, max: number) =>
	v.pipe(line(label, max), v.minLength(1, `${label} is empty.`));

export const id = (label: string) =>
	v.pipe(v.string(`${label} is missing.`), v.regex(/^[0-9a-z_-]{1,40}$/, `${label} is not an id.`));

export const optionalId = (label: string) =>
	v.pipe(v.string(`${label} is missing.`), v.regex(/^[0-9a-z_-]{0,40}$/, `${label} is not an id.`));

export const email = v.pipe(
	v.string('The address is missing.'),
	v.trim(),
	v.toLowerCase(),
	v.maxLength(320, 'The address is too long.'),
	v.email('That is not an e-mail address.')
);

export const role = v.picklist(roleNames, 'Choose an access role.');

export const day = (label: string) =>
	v.pipe(
		v.string(`${label} is missing.`),
		v.check((text) => isDay(text), `${label} is not a day. Write it as YYYY-MM-DD.`)
	);

/** True for an IANA time zone, and for none. */
export function isZone(zone: string): boolean {
	if (zone === '') return true;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
	} catch {
		return false;
	}
}

/** An IANA time zone, or empty. */
export const timeZone = v.pipe(
	v.string('The time zone is missing.'),
	v.maxLength(60, 'The time zone is too long.'),
	v.check(isZone, 'That is not a time zone. Write it like Europe/London.')
);

export const minutesOfDay = v.pipe(
	v.number('Hours must be a number.'),
	v.integer('Hours must come to whole minutes.'),
	v.minValue(0, 'Hours cannot be less than none.'),
	v.maxValue(1440, 'A day has 24 hours.')
);

/** Minutes for Monday to Sunday. */
export const week = v.pipe(v.array(minutesOfDay), v.length(7, 'A week has seven days.'));
