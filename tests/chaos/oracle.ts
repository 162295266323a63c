// What the server has acknowledged, in a file that is only ever appended to and reread before judging: the memory of a
// test must not be what it judges by.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BoardReader } from '#lib/model/board.ts';

/** One acknowledged edit: a comment made, a project's notes set to a number that only grows, a task deleted. */
export type Deed =
	| { kind: 'made'; id: string; body: string }
	| { kind: 'set'; id: string; number: number }
	| { kind: 'deleted'; id: string };

export interface Verdict {
	acknowledged: number;
	lost: string[];
	doubled: string[];
	resurrected: string[];
}

export class Oracle {
	readonly #file: string;

	constructor() {
		this.#file = path.join(mkdtempSync(path.join(tmpdir(), 'plimsoll-oracle-')), 'acknowledged');
		writeFileSync(this.#file, '');
	}

	/** Call only after the acknowledgement. */
	note(deed: Deed): void {
		appendFileSync(this.#file, `${JSON.stringify(deed)}\n`);
	}

	get count(): number {
		return this.#read().length;
	}

	/** Holds a board against everything that was acknowledged. */
	judge(board: BoardReader): Verdict {
		const deeds = this.#read();
		const verdict: Verdict = {
			acknowledged: deeds.length,
			lost: [],
			doubled: [],
			resurrected: []
		};
		for (const deed of deeds) {
			if (deed.kind === 'made' && board.get('comments', deed.id)?.body !== deed.body)
				verdict.lost.push(`comment ${deed.body}`);
			if (deed.kind === 'set' && readNumber(board.get('projects', deed.id)?.notes) < deed.number)
				verdict.lost.push(`notes ${deed.number} of ${deed.id}`);
			if (deed.kind === 'deleted' && board.get('tasks', deed.id))
				verdict.resurrected.push(`task ${deed.id}`);
		}
		const seen = new Set<string>();
		for (const { body } of board.all('comments')) {
			if (seen.has(body) && body.startsWith('writer ')) verdict.doubled.push(`comment ${body}`);
			seen.add(body);
		}
		return verdict;
	}

	remove(): void {
		rmSync(path.dirname(this.#file), { recursive: true, force: true });
	}

	#read(): Deed[] {
		const lines = readFileSync(this.#file, 'utf8').split('\n');
		return lines.filter(Boolean).map((line) => JSON.parse(line) as Deed);
	}
}

/** The number at the end of a project's notes; -1 where there is none. */
function readNumber(notes: string | undefined): number {
	return Number(/#(\d+)$/.exec(notes ?? '')?.[1] ?? -1);
}
