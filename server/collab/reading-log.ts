// The log of a board whose storage can be read but not written to: what is committed is shown, nothing is taken. It gives
// itself up after a while, or at the first edit, so that the board is opened for writing once that is possible again.
import type { LogTrouble, LogUnavailable } from './log-errors.ts';
import type { BoardLog } from './log.ts';

const AGAIN_MS = 15_000;

/** Storage that answers and takes nothing. */
export const onlyReads = (trouble: LogTrouble): boolean =>
	trouble === 'disk-full' || trouble === 'read-only';

export class ReadingLog implements BoardLog {
	readonly boardId: string;
	readonly epoch: number;
	onCommitted: (updates: Uint8Array[]) => void = () => undefined;
	onFailed: (reason: Error) => void = () => undefined;
	readonly #reason: LogUnavailable;
	readonly #timer: NodeJS.Timeout;
	#isOver = false;

	constructor(boardId: string, epoch: number, reason: LogUnavailable, againMs = AGAIN_MS) {
		this.boardId = boardId;
		this.epoch = epoch;
		this.#reason = reason;
		this.#timer = setTimeout(() => this.#giveUp(), againMs);
		this.#timer.unref();
	}

	append(): Promise<void> {
		this.#giveUp();
		return Promise.reject(this.#reason);
	}

	settled(): Promise<void> {
		return Promise.resolve();
	}

	close(): Promise<void> {
		this.#isOver = true;
		clearTimeout(this.#timer);
		return Promise.resolve();
	}

	#giveUp(): void {
		if (this.#isOver) return;
		this.#isOver = true;
		clearTimeout(this.#timer);
		this.onFailed(this.#reason);
	}
}
