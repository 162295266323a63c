// A port on 127.0.0.1 that nobody listens on at this moment.
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Returns a free port; another process may still take it before the caller does. */
export async function findFreePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}
