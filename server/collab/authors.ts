// Who wrote a key last, as far as this process knows: for `superseded`, for "only what one has made oneself can be
// deleted", and to tell a set-back of one's own write from a newer edit of somebody else. Forgets the oldest first;
// what it does not know is asked of the client-id bindings.
import type { StructId } from './decode-update.ts';

export interface Author {
	user: string;
	/** Person id; empty for a login that is nobody on the plan, and for the server. */
	person: string;
	/** Milliseconds since 1970; 0 where it is not known. */
	at: number;
}

const MAX_KEYS = 50_000;

export class Authors {
	#lastOf = new Map<string, Author>();
	#setBacks = new Map<string, StructId & { user: string }>();

	/** The write of `key` by `author` stands. */
	note(key: string, author: Author): void {
		remember(this.#lastOf, key, author);
		this.#setBacks.delete(key);
	}

	find(key: string): Author | undefined {
		return this.#lastOf.get(key);
	}

	/** The server took a refused write of `user` back; `item` is what stands in the key now. */
	noteSetBack(key: string, user: string, item: StructId): void {
		remember(this.#setBacks, key, { ...item, user });
	}

	/** True when what stands in the key is nothing but the set-back of this user's own write. */
	isOwnSetBack(key: string, user: string, item: StructId | null): boolean {
		const known = this.#setBacks.get(key);
		return (
			known !== undefined &&
			item !== null &&
			known.user === user &&
			known.client === item.client &&
			known.clock === item.clock
		);
	}
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
	map.delete(key);
	map.set(key, value);
	if (map.size <= MAX_KEYS) return;
	for (const oldest of map.keys()) {
		map.delete(oldest);
		return;
	}
}
