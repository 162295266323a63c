// Puts the board's socket on any http server: production's own, or Vite's in development, whose other upgrades it
// leaves alone. Kit's hooks do not run on an upgrade, so the origin and the session are checked here.
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeReasons } from '#lib/model/close-codes.ts';
import type { SignedIn } from './auth/auth.ts';
import { limits } from './collab/limits.ts';
import type { Services } from './services.ts';

export type AttachServices = Pick<Services, 'collab' | 'log'> & {
	auth: Pick<Services['auth'], 'validate'>;
	settings: Pick<Services['settings'], 'origins'>;
};

const PLAIN = /^\/collab\/y\/([0-9a-z_-]{1,60})$/;

/**
 * Answers upgrades of `/collab` and `/collab/y/<board id>`. Another origin, or none, is refused with 403; somebody who
 * is not signed in gets a socket that closes with the reason. Returns the way to stop taking sockets.
 */
export function attach(http: Server, services: AttachServices): () => void {
	const sockets = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: limits.frameBytes
	});
	const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
		const path = (request.url ?? '').split('?', 1)[0]!;
		const plain = PLAIN.exec(path)?.[1];
		if (path !== '/collab' && plain === undefined) {
			// In development Vite's own socket shares the port.
			if (http.listenerCount('upgrade') === 1) refuse(socket, 404);
			return;
		}
		socket.on('error', () => socket.destroy());
		const { origin, cookie } = request.headers;
		if (origin === undefined || !services.settings.origins.includes(origin))
			return refuse(socket, 403);
		void admit(services, cookie ?? null).then((signedIn) => {
			if (socket.destroyed) return;
			sockets.handleUpgrade(request, socket, head, (ws) => {
				welcome(services, ws, signedIn, plain);
			});
		});
	};
	http.on('upgrade', onUpgrade);
	return () => {
		http.off('upgrade', onUpgrade);
		sockets.close();
	};
}

async function admit(
	{ auth, log }: AttachServices,
	cookie: string | null
): Promise<SignedIn | null | 'unknown'> {
	try {
		return await auth.validate(cookie);
	} catch (error) {
		log.error({ err: error }, 'a session could not be looked up');
		return 'unknown';
	}
}

function welcome(
	{ collab, log }: AttachServices,
	socket: WebSocket,
	signedIn: SignedIn | null | 'unknown',
	plainBoard: string | undefined
): void {
	if (signedIn === null || signedIn === 'unknown') {
		const { code, reason } = signedIn === null ? closeReasons.signedOut : closeReasons.storage;
		socket.on('error', () => undefined);
		socket.close(code, reason);
		return;
	}
	const visitor = {
		user: signedIn.user.id,
		name: signedIn.user.name,
		session: signedIn.session.id
	};
	collab.accept(socket, visitor, plainBoard).catch((error: unknown) => {
		log.error({ err: error }, 'a socket could not be taken');
		socket.terminate();
	});
}

function refuse(socket: Duplex, status: 403 | 404): void {
	socket.end(
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
	);
}
