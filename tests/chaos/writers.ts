// Ten people who edit without pause, each their own project: a comment, a number in the notes, a task made and deleted
// again, each noted in the oracle only once it is acknowledged. They keep their copies while the server is away.
import { setTimeout as pause } from 'node:timers/promises';
import { addComment, createTask } from '#lib/doc/task-edits.ts';
import { setField } from '#lib/doc/edits.ts';
import type { Outcome } from '#lib/doc/edit-context.ts';
import { join, type Member } from './member.ts';
import type { Oracle } from './oracle.ts';
import type { Login } from './sign-in.ts';
import { waitUntil } from './wait-until.ts';

export interface Writers {
	readonly members: readonly Member[];
	/** Edits that were acknowledged so far. */
	readonly acknowledged: number;
	/** Milliseconds from the edit to its acknowledgement, for those the server was there for. */
	readonly latenciesMs: number[];
	/** Resolves when so many more edits have been acknowledged. */
	more(count: number): Promise<void>;
	/** Ends the work after the edits under way are acknowledged. Rejects with what went wrong in between. */
	finish(): Promise<void>;
	destroy(): void;
}

/** A client that was turned away often asks again only every quarter of a minute. */
const PATIENCE_MS = 120_000;

export interface Pace {
	writers: number;
	/** Each begins an edit at most so often; 0 is without pause. */
	everyMs: number;
}

/** Opens members, ten unless told, by turns as each of the logins, and lets them write. */
export async function startWriters(
	logins: readonly { role: string; login: Login }[],
	document: string,
	oracle: Oracle,
	{ writers, everyMs }: Pace = { writers: 10, everyMs: 0 }
): Promise<Writers> {
	const members: { role: string; member: Member }[] = [];
	for (let i = 0; i < writers; i++) {
		const { role, login } = logins[i % logins.length]!;
		members.push({ role, member: await join(login, document) });
	}
	const state = { acknowledged: 0, stopped: false, latenciesMs: [] as number[] };
	const projects = [...members[0]!.member.board.all('projects')].map(({ id }) => id).sort();
	const loops = members.map(({ role, member }, i) =>
		keepWriting({
			...{ name: `writer ${i}`, role, member, project: projects[i]!, oracle, state, everyMs },
			firstMs: (everyMs * i) / writers
		})
	);
	const failed = Promise.all(loops);
	failed.catch(() => undefined);
	return {
		members: members.map(({ member }) => member),
		latenciesMs: state.latenciesMs,
		get acknowledged() {
			return state.acknowledged;
		},
		async more(count) {
			const enough = state.acknowledged + count;
			const reached = waitUntil(
				`${count} more edits`,
				() => state.acknowledged >= enough,
				PATIENCE_MS
			);
			// A loop that fails must be heard before the wait runs out.
			await Promise.race([reached, failed.then(() => reached)]);
		},
		async finish() {
			state.stopped = true;
			await failed;
		},
		destroy() {
			state.stopped = true;
			for (const { member } of members) member.destroy();
		}
	};
}

interface Work {
	name: string;
	role: string;
	member: Member;
	project: string;
	oracle: Oracle;
	state: { acknowledged: number; stopped: boolean; latenciesMs: number[] };
	everyMs: number;
	/** How long it waits with its first edit: people do not move their hands in step. */
	firstMs: number;
}

async function keepWriting(work: Work): Promise<void> {
	const { name, role, member, project, oracle, state, everyMs } = work;
	const context = member.as(role);
	if (work.firstMs > 0) await pause(work.firstMs);
	for (let number = 1; !state.stopped; number++) {
		const body = `${name} #${number}`;
		let task = '';
		const closings = member.closings.length;
		const began = performance.now();
		if (number % 3 === 0) {
			task = valueOf(createTask(context, { project, title: body }));
			await member.settled(PATIENCE_MS);
			member.write((board) => board.remove('tasks', task));
			await member.settled(PATIENCE_MS);
			oracle.note({ kind: 'deleted', id: task });
		} else if (number % 3 === 1) {
			const id = valueOf(addComment(context, { project, body }));
			await member.settled(PATIENCE_MS);
			oracle.note({ kind: 'made', id, body });
		} else {
			valueOf(setField(context, 'projects', project, 'notes', body));
			await member.settled(PATIENCE_MS);
			oracle.note({ kind: 'set', id: project, number });
		}
		if (member.closings.length === closings && !task)
			state.latenciesMs.push(performance.now() - began);
		state.acknowledged++;
		const rest = everyMs - (performance.now() - began);
		if (rest > 0) await pause(rest);
	}
}

function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`refused here: ${JSON.stringify(outcome.denied)}`);
	return outcome.value;
}
