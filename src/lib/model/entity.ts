// An entity is said once: its fields in order. From the declaration come the TypeScript type, the positional
// record of the document, the value check and the table headings. Field order is append-only (entity.test.ts pins it).

import type { Field, ValueOf } from './field.ts';

export interface Entity<N extends string = string, F = Record<string, Field<unknown>>> {
	/** Collection and root map of the document. */
	readonly name: N;
	/** Singular and plural as people read them. */
	readonly label: string;
	readonly plural: string;
	/** Prefix of the ids. */
	readonly prefix: string;
	/** `board`: members write it through the document. `server`: only the server does. */
	readonly home: 'board' | 'server';
	readonly fields: F;
	/** Field names in record order. */
	readonly order: readonly (keyof F & string)[];
}

export type EntityOf<E> =
	E extends Entity<string, infer F>
		? { readonly id: string } & { readonly [K in keyof F]: ValueOf<F[K]> }
		: never;

export function entity<const N extends string, F extends object>(declaration: {
	name: N;
	label: string;
	plural: string;
	prefix: string;
	home?: 'board' | 'server';
	fields: F;
}): Entity<N, F> {
	return {
		home: 'board',
		...declaration,
		order: Object.keys(declaration.fields) as (keyof F & string)[]
	};
}
