// Hocuspocus lets a rejected hook end the process, or leaves a client behind that never comes back. Every hook goes
// through here: what it throws is logged and counted, and only refusing to join or to load is passed on.
import type { Extension } from '@hocuspocus/server';

type Hook = (payload: never) => Promise<unknown>;

const MAY_REFUSE = ['onAuthenticate', 'onLoadDocument'];

/** The same extension, none of whose hooks rejects, but for those that say no by rejecting. */
export function guardHooks(
	extension: Extension,
	onFailed: (hook: string, error: unknown) => void
): Extension {
	const guarded: Record<string, unknown> = { ...extension };
	for (const [name, hook] of Object.entries(extension)) {
		if (typeof hook !== 'function' || MAY_REFUSE.includes(name)) continue;
		guarded[name] = async (payload: never) => {
			try {
				return await (hook as Hook)(payload);
			} catch (error) {
				onFailed(name, error);
				return undefined;
			}
		};
	}
	return guarded as Extension;
}
