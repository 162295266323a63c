// Days, money and counts as the overview writes them. Pure; British English.
import { partsOf, type Day, type Span } from '#lib/domain/days.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "3 Jan", and "3 Jan 2027" where the year is another than today's. */
export function sayDay(day: Day, today: Day): string {
	const { year, month, date } = partsOf(day);
	const short = `${date} ${MONTHS[month - 1]!}`;
	return year === partsOf(today).year ? short : `${short} ${year}`;
}

export const saySpan = ({ from, to }: Span, today: Day): string =>
	from === to ? sayDay(from, today) : `${sayDay(from, today)} to ${sayDay(to, today)}`;

/** "1 day", "9 days". */
export const sayCount = (n: number, one: string, many = `${one}s`): string =>
	`${n} ${n === 1 ? one : many}`;

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 2 while nobody has named it. */
export function decimalsOf(currency: string): number {
	if (currency === '') return 2;
	return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).resolvedOptions()
		.maximumFractionDigits!;
}

/**
 * "€1,250", whole units, since a plan is not known to the cent; `exact` keeps the cents there are: "€65.50". Without a
 * currency the number alone.
 */
export function sayMoney(minor: number, currency: string, exact = false): string {
	const amount = minor / 10 ** decimalsOf(currency);
	const decimals = exact && !Number.isInteger(amount) ? decimalsOf(currency) : 0;
	return new Intl.NumberFormat('en-GB', {
		...(currency === '' ? {} : { style: 'currency', currency }),
		...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals }
	}).format(amount);
}
