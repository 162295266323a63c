// What Kit carries along with a request.
import type { SignedIn, Visit } from '#server/auth/auth.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks; null for nobody. */
			user: SignedIn['user'] | null;
			session: SignedIn['session'] | null;
			/** What the request says of itself, for logins. */
			visit: Visit;
			/** The request failed because storage is away, full or locked. */
			isOutage?: boolean;
		}
	}
}

// WAI-ARIA 1.3; not in Svelte's own list yet.
declare module 'svelte/elements' {
	interface AriaAttributes {
		'aria-description'?: string | null | undefined;
	}
}

export {};
