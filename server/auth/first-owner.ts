// The first sign-up: whoever holds the token that was printed at the start makes the organisation. Works once.
import { timingSafeEqual } from 'node:crypto';
import { hashToken, newToken } from '../row-id.ts';

export interface FirstOwnerToken {
	/** The token to print; the same for the life of the process. */
	reveal(): string;
	matches(token: string): boolean;
	/** From now on nothing matches. */
	spend(): void;
}

export function createFirstOwnerToken(): FirstOwnerToken {
	const token = newToken();
	let spent = false;
	const digest = (text: string): Buffer => Buffer.from(hashToken(text), 'hex');
	return {
		reveal: () => token,
		matches: (given) => timingSafeEqual(digest(given), digest(token)) && !spent,
		spend: () => {
			spent = true;
		}
	};
}
