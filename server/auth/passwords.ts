// Passwords: argon2id at the cost OWASP asks for. A login that does not exist takes as long as one that does.
import { hash, verify } from '@node-rs/argon2';
import { err, ok, type Result } from '#lib/domain/result.ts';

/** 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MIN_LENGTH = 10;
const MAX_LENGTH = 200;

let stranger: Promise<string> | undefined;

/** What may be a new password; long is good, signs and digits are not asked for. */
export function checkNewPassword(password: string, email: string): Result<string> {
	if (password.length < MIN_LENGTH)
		return refuse(`Use at least ${MIN_LENGTH} characters; a short sentence is fine.`);
	if (password.length > MAX_LENGTH) return refuse(`Use at most ${MAX_LENGTH} characters.`);
	if (new Set(password).size < 4) return refuse('Use more than three different characters.');
	if (email !== '' && password.toLowerCase() === email.trim().toLowerCase())
		return refuse('Use something else than your address.');
	return ok(password);
}

const refuse = (message: string): Result<never> => err({ code: 'password', message });

export function hashPassword(password: string): Promise<string> {
	return hash(password, cost);
}

/** False for a wrong password, and as slowly for a login that is not there or has none. */
export async function verifyPassword(
	passwordHash: string | null | undefined,
	password: string
): Promise<boolean> {
	stranger ??= hashPassword('nobody has this password');
	const matches = await verify(passwordHash ?? (await stranger), password.slice(0, 1000));
	return matches && typeof passwordHash === 'string';
}
