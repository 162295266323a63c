// What a person can cause is a value: either it worked, or a problem that says what and how to fix.

/** `code` is stable for programs, `message` is for people, `value` is what was refused. */
export interface Problem {
	code: string;
	message: string;
	value?: unknown;
}

export type Ok<T> = { ok: true; value: T };
export type Err<E> = { ok: false; problem: E };
export type Result<T, E = Problem> = Ok<T> | Err<E>;

/** It worked. */
export function ok<T>(value: T): Ok<T> {
	return { ok: true, value };
}

/** It did not, and this is why. */
export function err<E = Problem>(problem: E): Err<E> {
	return { ok: false, problem };
}
