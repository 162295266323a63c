// Why a board's log cannot be used, as the one who must answer the person needs it.
import { describeFailure, type Failure } from '../db/failures.ts';

/** `closed`: this log was closed. `fence-lost`: another server has taken the board. The rest is storage's answer. */
export type LogTrouble =
	Failure | 'closed' | 'fence-lost' | 'held-elsewhere' | 'no-board' | 'stale-epoch';

const words: Record<LogTrouble, string> = {
	connection: 'storage cannot be reached; try again when it is back',
	'disk-full': 'the disk of the storage is full; make room and open the board again',
	'read-only': 'storage only lets us read; point DATABASE_URL at the primary',
	busy: 'storage is too busy to answer; try again',
	refused: 'storage refused a row',
	closed: 'the log of this board was closed; open the board again',
	'fence-lost': 'another server has taken this board; connect again',
	'held-elsewhere': 'another server holds this board; connect again in a few seconds',
	'no-board': 'there is no such board; it may have been deleted',
	'stale-epoch': 'the board has been rebuilt; join its new document'
};

/** Nothing that was not acknowledged counts. `trouble` says what is wrong, `cause` holds the driver's error. */
export class LogUnavailable extends Error {
	readonly trouble: LogTrouble;
	constructor(board: string, trouble: LogTrouble, cause?: unknown) {
		const detail = cause === undefined ? '' : `: ${describeFailure(cause)}`;
		super(`Board ${board}: ${words[trouble]}${detail}`, { cause });
		this.name = 'LogUnavailable';
		this.trouble = trouble;
	}
}

/** Rows are missing or do not fit together. The board stays closed until the database is restored. */
export class LogDamaged extends Error {
	constructor(board: string, epoch: number, what: string) {
		super(
			`The log of board ${board}, epoch ${epoch}, is damaged: ${what}. It stays closed; restore the database from a backup.`
		);
		this.name = 'LogDamaged';
	}
}
