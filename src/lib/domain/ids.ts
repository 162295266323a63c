// Ids made on any device, offline too: a prefix that names the kind, the time, and 87 random bits.
// Time and randomness are arguments; only 0-9 a-z and _ are used.

declare const brand: unique symbol;
/** A string known to be the id of one kind of thing. */
export type Id<Kind extends IdPrefix> = string & { readonly [brand]: Kind };

/** Project, module, task, check item, comment, allocation, stage, person, absence, approval, work elsewhere. */
export const idPrefixes = [
	'prj',
	'mod',
	'tsk',
	'chk',
	'cmt',
	'alc',
	'stg',
	'per',
	'abs',
	'apr',
	'els'
] as const;
export type IdPrefix = (typeof idPrefixes)[number];

const TIME_CHARS = 9;
const RANDOM_CHARS = 17;
const MAX_MS = 36 ** TIME_CHARS - 1;
const SHAPE = /^([a-z]{3})_[0-9a-z_]{1,36}$/;

/**
 * A new id such as `prj_` + 9 characters of time + 17 random ones. Ids sort by the millisecond they
 * were made in. `random` returns 0 <= x < 1, as Math.random does. Throws for a time before 1970.
 */
export function newId<Kind extends IdPrefix>(
	prefix: Kind,
	random: () => number,
	nowMs: number
): Id<Kind> {
	if (!Number.isSafeInteger(Math.trunc(nowMs)) || nowMs < 0 || nowMs > MAX_MS)
		throw new RangeError(`Not a time for an id: ${nowMs}. Pass milliseconds since 1970.`);
	let id = `${prefix}_${Math.trunc(nowMs).toString(36).padStart(TIME_CHARS, '0')}`;
	for (let i = 0; i < RANDOM_CHARS; i++) id += Math.floor(random() * 36).toString(36);
	return id as Id<Kind>;
}

/** Is this an id, of this kind when one is given? At most 40 characters. */
export function isId<Kind extends IdPrefix>(value: unknown, prefix?: Kind): value is Id<Kind> {
	if (typeof value !== 'string') return false;
	const kind = SHAPE.exec(value)?.[1];
	return prefix === undefined
		? (idPrefixes as readonly (string | undefined)[]).includes(kind)
		: kind === prefix;
}
