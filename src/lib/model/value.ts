// Plain JSON values as they stand in the document: comparing and copying them. Refuses nothing; knows no field.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** True when two JSON values say the same; the order of object keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const keysOfA = Object.keys(a);
	if (keysOfA.length !== Object.keys(b).length) return false;
	return keysOfA.every(
		(key) =>
			Object.hasOwn(b, key) &&
			sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])
	);
}

/** True for an object literal: no array, no class instance, no planted prototype. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.getPrototypeOf(value) === Object.prototype
	);
}

/** True when `value` is a plain object with exactly these own keys. */
export function hasExactly(
	value: unknown,
	keys: readonly string[]
): value is Record<string, unknown> {
	return (
		isPlainObject(value) &&
		Object.keys(value).length === keys.length &&
		keys.every((key) => Object.hasOwn(value, key))
	);
}
