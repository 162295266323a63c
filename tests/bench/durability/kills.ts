// Rounds of SIGKILL while ten people edit. After each the server is judged alone, before any writer is back; at the end
// once more, when everybody has sent again what was not yet acknowledged.
import { Host, type StorageKind } from '../../chaos/host.ts';
import { join, print } from '../../chaos/member.ts';
import { Oracle } from '../../chaos/oracle.ts';
import { listBoards, readExport, signIn, type Login } from '../../chaos/sign-in.ts';
import { waitUntil } from '../../chaos/wait-until.ts';
import { startWriters } from '../../chaos/writers.ts';
import { Gate } from './gate.ts';

export interface Kills {
	kills: number;
	acknowledged: number;
	/** Each once, however many rounds saw it. */
	lost: string[];
	doubled: string[];
	resurrected: string[];
	boards: number;
	/** Boards that could not be read after a kill, with the round. */
	unread: string[];
	/** From the start of the process to the answer of /readyz. */
	bootMs: number[];
}

const FEWEST_EDITS = 30;

export async function killOften(
	kind: StorageKind,
	postgres: string,
	kills: number,
	log: (text: string) => void
): Promise<Kills> {
	const gate = await Gate.open();
	const oracle = new Oracle();
	let host: Host | undefined;
	try {
		host = await Host.open(kind, { postgres, env: { ORIGIN: gate.url } });
		gate.target = host.port;
		const owner = await signIn(gate.url, 'owner');
		const planner = await signIn(gate.url, 'planner');
		const judge = await signIn(gate.url, 'owner');
		const { document } = await host.findBoard(judge);
		const found = new Findings(oracle, judge, document);
		const writers = await startWriters(
			[
				{ role: 'owner', login: owner },
				{ role: 'planner', login: planner }
			],
			document,
			oracle
		);
		const bootMs: number[] = [];
		try {
			for (let round = 1; round <= kills; round++) {
				// Not at the same point of the queue each time.
				await writers.more(FEWEST_EDITS + ((round * 7) % 10));
				await host.stop('SIGKILL');
				gate.shut(judge.cookie);
				bootMs.push(await host.start());
				await found.look(`after kill ${round}`);
				gate.reopen();
				log(`${kind}: kill ${round} of ${kills}, ${oracle.count} edits acknowledged`);
			}
			await writers.more(FEWEST_EDITS);
			await writers.finish();
			const truth = await found.look('at the end');
			await waitUntil('ten copies that equal the server', () =>
				writers.members.every(({ board }) => print(board) === truth)
			);
		} finally {
			writers.destroy();
		}
		return { kills, acknowledged: oracle.count, ...found.list(), bootMs };
	} finally {
		await host?.remove();
		await gate.remove();
		oracle.remove();
	}
}

/** What was wrong with the server in any of the rounds. */
class Findings {
	readonly #oracle: Oracle;
	readonly #judge: Login;
	readonly #document: string;
	readonly #seen = {
		...{ lost: new Set<string>(), doubled: new Set<string>() },
		...{ resurrected: new Set<string>(), unread: new Set<string>() }
	};
	#boards = 0;

	constructor(oracle: Oracle, judge: Login, document: string) {
		this.#oracle = oracle;
		this.#judge = judge;
		this.#document = document;
	}

	/** Reads every board and holds the edited one against the oracle; resolves to its print. */
	async look(when: string): Promise<string> {
		const boards = await listBoards(this.#judge);
		this.#boards = Math.max(this.#boards, boards.length);
		if (boards.length < this.#boards) this.#seen.unread.add(`a board is not listed ${when}`);
		for (const { id } of boards)
			await readExport(this.#judge, id).catch((error: unknown) =>
				this.#seen.unread.add(`${id} ${when}: ${String(error)}`)
			);
		const fresh = await join(this.#judge, this.#document);
		try {
			const verdict = this.#oracle.judge(fresh.board);
			for (const kind of ['lost', 'doubled', 'resurrected'] as const)
				for (const one of verdict[kind]) this.#seen[kind].add(one);
			return print(fresh.board);
		} finally {
			fresh.destroy();
		}
	}

	list(): Pick<Kills, 'lost' | 'doubled' | 'resurrected' | 'unread' | 'boards'> {
		const { lost, doubled, resurrected, unread } = this.#seen;
		return {
			...{ lost: [...lost], doubled: [...doubled], resurrected: [...resurrected] },
			...{ unread: [...unread], boards: this.#boards }
		};
	}
}
