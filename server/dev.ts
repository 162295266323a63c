// Development only: boots the services through Vite and puts the board's socket on Vite's own port.
// Requests wait until the services are up; a failed boot is shown in the page and in the terminal.
import type { Server } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';

type Boot = typeof import('./boot.ts');
type Attach = typeof import('./attach.ts');

// Vite makes a new server when its configuration changes; the process, and with it the storage's lock, stays.
const memory = globalThis as typeof globalThis & { plimsollDev?: ReturnType<Boot['boot']> };

/** Returns the Vite plugin that makes `npm run dev` the same live board as production. */
export function serveBoardInDev(): Plugin {
	return {
		name: 'plimsoll-dev',
		apply: 'serve',
		configureServer(vite) {
			const http = vite.httpServer;
			if (!http) return;
			const ready = new Promise<void>((resolve, reject) => {
				http.once('listening', () => attachBoard(vite, http as Server).then(resolve, reject));
			});
			ready.catch((error: unknown) => vite.config.logger.error(describeError(vite, error)));
			vite.middlewares.use((_request, _response, next) => {
				ready.then(() => next(), next);
			});
		}
	};
}

async function attachBoard(vite: ViteDevServer, http: Server): Promise<void> {
	if (!memory.plimsollDev) {
		const { boot } = (await vite.ssrLoadModule('/server/boot.ts')) as Boot;
		memory.plimsollDev = boot();
	}
	const services = await memory.plimsollDev;
	const { attach } = (await vite.ssrLoadModule('/server/attach.ts')) as Attach;
	attach(http, services);
	const token = await services.auth.findFirstOwnerToken();
	if (token)
		vite.config.logger.info(
			`No owner yet. To become the first, open /start with the token ${token}`
		);
}

function describeError(vite: ViteDevServer, error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	vite.ssrFixStacktrace(error);
	return `The services did not start: ${error.stack ?? error.message}`;
}
