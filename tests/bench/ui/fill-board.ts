// Fills the demo's board for the benches, the way any member would: over the socket, judged, logged and durable.
import { ranksBetween } from '#lib/doc/rank.ts';
import { addDays } from '#lib/domain/days.ts';
import { newId } from '#lib/domain/ids.ts';
import type { Member } from '../../chaos/member.ts';
import { join } from '../../chaos/member.ts';
import { command, signIn } from '../../chaos/sign-in.ts';

const BOARD = 'brd_demo';
const DOCUMENT = 'board:brd_demo:1';
const BATCH = 250;

/** Numbers from 0 up to 1 that are the same each time (Mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Brings the number of projects up to `count`, spread over the first `columns` stages. */
export async function fillCards(url: string, count: number, columns: number): Promise<void> {
	const member = await enter(url);
	const stages = [...member.board.all('stages')]
		.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		.slice(0, columns);
	const left = Math.max(count - [...member.board.all('projects')].length, 0);
	const ranks = ranksBetween('a9', null, Math.max(left, 1), Math.random);
	await inBatches(member, left, (n) =>
		member.board.create('projects', newId('prj', Math.random, Date.now()), {
			title: `Course ${n + 1}`,
			position: { stage: stages[n % stages.length]!.id, rank: ranks[n]! },
			code: `LD-${1000 + n}`,
			effortMinutes: 600
		})
	);
	member.destroy();
}

export interface Booked {
	/** Ids of the people that were added, in order of their names. */
	people: string[];
	/** The first Monday that is booked. */
	from: string;
}

/**
 * Adds people and books each of them over 52 weeks from `from`: `bars / people` bookings one after the other, none over
 * another, as the pages of the peers draw them.
 */
export async function fillBookings(
	url: string,
	wanted: { people: number; bars: number; from: string }
): Promise<Booked> {
	const planner = await signIn(url, 'planner');
	const people: string[] = [];
	for (let i = 0; i < wanted.people; i++) {
		const name = `Person ${String(i + 1).padStart(4, '0')}`;
		const { status, body } = await command(planner, BOARD, 'add-person', { name, region: 'GB' });
		if (status !== 200) throw new Error(`add-person answered ${status}: ${JSON.stringify(body)}`);
		people.push((body as { value: { person: string } }).value.person);
	}
	const member = await enter(url);
	const projects = [...member.board.all('projects')].slice(0, 40).map((project) => project.id);
	const random = seeded(42);
	const each = Math.ceil(wanted.bars / wanted.people);
	const slotDays = 364 / each;
	await inBatches(member, wanted.bars, (n) => {
		const place = Math.floor(n / people.length);
		const start = Math.floor(place * slotDays + random() * slotDays * 0.2);
		const days = Math.max(1, Math.floor(slotDays * (0.45 + random() * 0.3)));
		member.board.create('allocations', newId('alc', Math.random, Date.now()), {
			person: people[n % people.length]!,
			project: projects[n % projects.length]!,
			span: { from: addDays(wanted.from, start), to: addDays(wanted.from, start + days - 1) },
			load: { mode: 'perDay', amount: 120 + 60 * (n % 6) },
			certainty: 'confirmed'
		});
	});
	member.destroy();
	return { people, from: wanted.from };
}

const enter = async (url: string): Promise<Member> => join(await signIn(url, 'planner'), DOCUMENT);

async function inBatches(
	member: Member,
	count: number,
	make: (index: number) => void
): Promise<void> {
	for (let done = 0; done < count; done += BATCH) {
		member.write(() => {
			for (let i = done; i < Math.min(count, done + BATCH); i++) make(i);
		});
		await member.settled();
	}
}
