// The thread that reads a calendar file: a rule that never ends may be cut off without hurting the server.
import { parentPort, workerData } from 'node:worker_threads';
import { decodeText } from '../commands/import/decode.ts';
import { readOccurrences, type IcsReading, type IcsWindow } from './occurrences.ts';

export type FromIcsWorker = { reading: IcsReading } | { refused: string };

const { bytes, window } = workerData as { bytes: Uint8Array; window: IcsWindow };

function read(): FromIcsWorker {
	try {
		return { reading: readOccurrences(decodeText(bytes).text, window) };
	} catch (error) {
		return { refused: error instanceof Error ? error.message : String(error) };
	}
}

parentPort?.postMessage(read());
