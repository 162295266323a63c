// What collaboration asks of the rest of the server, small enough for a test to answer.
import type { EntityIn } from '#lib/model/board.ts';
import type { Actor } from '#lib/policy/roles.ts';
import type { OpenedLog } from './log.ts';

/** Somebody's standing on a board, and which document the board is. */
export interface Standing {
	actor: Actor;
	/** Of the board now. */
	epoch: number;
	/** Where the bands of load end for them (C-24). */
	bounds: readonly number[];
}

/** Where a board is: its document and the day it goes by. */
export interface BoardPlace {
	epoch: number;
	/** IANA name; empty means UTC. */
	timeZone: string;
}

export interface CollabDeps {
	/** Throws when storage is away or another server holds the board. */
	openLog(boardId: string, epoch: number): Promise<OpenedLog>;
	/** Undefined for everybody who may not see the board, and for boards that are not. */
	findStanding(user: string, boardId: string): Promise<Standing | undefined>;
	/** Undefined for a board that is not, or not any more. */
	findPlace(boardId: string): Promise<BoardPlace | undefined>;
	/** Login -> person of everybody who belongs to the board; a login that is nobody on the plan has an empty one. */
	findPersons(boardId: string): Promise<ReadonlyMap<string, string>>;
	/** What the people of a board do on other boards, as this board shows it; null for everybody's. */
	findElsewhere(
		boardId: string,
		people: ReadonlySet<string> | null
	): Promise<EntityIn<'elsewhere'>[]>;
	isLive(session: string): Promise<boolean>;
	/** Milliseconds since 1970. */
	now(): number;
	/** The day it is in a time zone. */
	today(timeZone: string): string;
	log: {
		info(fields: object, message: string): void;
		warn(fields: object, message: string): void;
		error(fields: object, message: string): void;
	};
}

const NAME = /^board:([0-9a-z_-]{1,60}):([1-9]\d{0,8})$/;

export const documentName = (boardId: string, epoch: number): string => `board:${boardId}:${epoch}`;

/** Board and epoch of a document's name; null for every other name. */
export function parseDocumentName(name: string): { boardId: string; epoch: number } | null {
	const match = NAME.exec(name);
	return match ? { boardId: match[1]!, epoch: Number(match[2]) } : null;
}
