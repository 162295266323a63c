// The demo's one-click sign-in. Open only in the demo, only to a browser on this very machine that asks for it by a
// loopback name, and only without a proxy in between.
import type { Settings } from '../settings.ts';

/** Addresses of the demo's logins end so. */
export const DEMO_DOMAIN = '@demo.example';

export interface Caller {
	/** The peer's address as the socket knows it. */
	address: string;
	/** The host name the browser asked for. */
	hostname: string;
	/** True when a proxy says it passed the request on. */
	forwarded: boolean;
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isDemoDoorOpen(settings: Pick<Settings, 'demo'>, caller: Caller): boolean {
	return (
		settings.demo &&
		!caller.forwarded &&
		loopbackNames.has(caller.hostname) &&
		/^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(caller.address)
	);
}

/** `planner@demo.example` -> `planner`; null for logins that are not the demo's. */
export function findDemoRole(email: string): string | null {
	return email.endsWith(DEMO_DOMAIN) ? email.slice(0, -DEMO_DOMAIN.length) : null;
}
