// Ids of rows that live in storage and in no document, and the randomness behind every id and token made here.
import { createHash, randomBytes } from 'node:crypto';

/** Organisation, login, board, batch of imported records, closing day, saved view. */
export type RowPrefix = 'org' | 'usr' | 'brd' | 'imp' | 'clo' | 'viw';

/** 0 <= x < 1 with 48 bits from the system, for `newId` of the domain. */
export function secureRandom(): number {
	return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}

/** A new id such as `brd_4f0k...`: 20 characters 0-9 a-z, about 103 bits. */
export function newRowId(prefix: RowPrefix): string {
	let id = `${prefix}_`;
	for (let i = 0; i < 20; i++) id += Math.floor(secureRandom() * 36).toString(36);
	return id;
}

/** A secret for a link: 256 bits, safe in a path. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: its sha256 in hexadecimal. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
