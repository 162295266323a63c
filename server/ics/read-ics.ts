// A calendar file somebody sent, read in a thread of its own with limits on size, time and memory. Problems have the
// code `file` and say what to do.
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { FromIcsWorker } from './ics-worker.ts';
import type { IcsReading, IcsWindow } from './occurrences.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MEMORY_MB = 256;
const TIMEOUT_MS = 30_000;

/** The closing days of the file within the window. */
export function readIcs(
	bytes: Uint8Array,
	window: IcsWindow,
	timeoutMs = TIMEOUT_MS
): Promise<Result<IcsReading>> {
	if (bytes.byteLength === 0) return Promise.resolve(refuse('The file is empty.'));
	if (bytes.byteLength > MOST_BYTES)
		return Promise.resolve(
			refuse('The calendar file has more than 5 MB. Export closing days only, or fewer years.')
		);
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./ics-worker.ts', import.meta.url), {
			workerData: { bytes, window },
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
			execArgv: []
		});
		const finish = (result: Result<IcsReading>): void => {
			clearTimeout(timer);
			resolve(result);
			void worker.terminate();
		};
		const timer = setTimeout(
			() =>
				finish(refuse('Reading the calendar took too long: one of its rules may never come true.')),
			timeoutMs
		);
		worker.on('message', (message: FromIcsWorker) =>
			finish('reading' in message ? ok(message.reading) : refuse(message.refused))
		);
		worker.on('error', (error: NodeJS.ErrnoException) =>
			finish(
				refuse(
					error.code === 'ERR_WORKER_OUT_OF_MEMORY'
						? 'Reading the calendar takes too much memory. Export fewer years.'
						: `The calendar could not be read (${error.message.slice(0, 120)}).`
				)
			)
		);
		worker.on('exit', () => finish(refuse('Reading the calendar was interrupted. Try again.')));
	});
}

function refuse(message: string): Result<never> {
	return err({ code: 'file', message });
}
