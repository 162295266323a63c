// Money as people type it, in the smallest unit of its currency.

/** `65.50` and `65,50` are 6550 in EUR; null for nothing typed; NaN for what is no amount, which the command refuses. */
export function readMoney(text: string, currency: string): number | null {
	const typed = text.trim().replace(',', '.');
	if (typed === '') return null;
	if (!/^\d+(\.\d+)?$/.test(typed) || !/^[A-Za-z]{3}$/.test(currency)) return NaN;
	const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en-GB', {
		style: 'currency',
		currency
	}).resolvedOptions();
	const minor = Number(typed) * 10 ** maximumFractionDigits;
	// Cents as floats are off by a hair; a third decimal is off by more.
	const whole = Math.round(minor);
	return Math.abs(minor - whole) < 1e-6 ? whole : NaN;
}
