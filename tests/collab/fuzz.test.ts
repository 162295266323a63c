// Mutated frames against the whole server. PLIMSOLL_FUZZ_FRAMES and PLIMSOLL_FUZZ_SEED ask for more, or for one run again.
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkRecord, roots, splitPatchKey } from '#lib/doc/codec.ts';
import { findField } from '#lib/model/board.ts';
import { closeReasons } from '#lib/model/close-codes.ts';
import { syncSteps } from '#server/collab/frame.ts';
import { FakeSocket } from './fake-socket.ts';
import { BOARD, DOCUMENT, House, until } from './house.ts';
import { contentOf, userOf } from './plan.ts';
import { makeRandom, type Random } from './random.ts';
import { authFrame, awarenessFrame, syncFrame } from './raw-client.ts';

const frames = Number(process.env['PLIMSOLL_FUZZ_FRAMES'] ?? 3000);
const seed = Number(process.env['PLIMSOLL_FUZZ_SEED'] ?? 7);

/** Frames an honest planner sends: single edits, batches, deletions, presence, sync. */
function makeCorpus(house: House): Uint8Array[] {
	const doc = new Y.Doc();
	doc.clientID = 77;
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(house.committed().doc));
	const corpus: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) =>
		corpus.push(syncFrame(DOCUMENT, syncSteps.update, update))
	);
	const start = Y.encodeStateVector(doc);
	for (let i = 0; i < 12; i++) {
		doc.getMap('projects+').set('prj_one/title', `title ${i}`);
		doc.getMap('projects').set(`prj_f${i}`, [`made ${i}`, { stage: 'stg_requests', rank: 'a0' }]);
		doc.getMap('tasks+').set('tsk_dan/span', { from: '2026-03-02', to: '2026-03-06' });
		if (i % 3 === 0) doc.getMap('projects+').delete('prj_one/title');
	}
	corpus.push(syncFrame(DOCUMENT, syncSteps.missing, Y.encodeStateAsUpdate(doc, start)));
	corpus.push(syncFrame(DOCUMENT, syncSteps.stateVector, Y.encodeStateVector(doc)));
	corpus.push(awarenessFrame(DOCUMENT, [{ client: 77, clock: 1, state: { cursor: [1, 2] } }]));
	corpus.push(authFrame(DOCUMENT));
	return corpus;
}

function mutate(frame: Uint8Array, random: Random): Uint8Array {
	let bytes = Buffer.from(frame);
	const afterName = DOCUMENT.length + 1;
	for (let count = 1 + random.below(4); count > 0; count--) {
		const at = Math.min(
			random.chance(0.9) ? afterName + random.below(bytes.length - afterName + 1) : 0,
			Math.max(0, bytes.length - 1)
		);
		const kind = random.below(6);
		if (kind < 3 && bytes.length > 0) bytes[at] = random.below(256);
		else if (kind === 3) bytes = bytes.subarray(0, 1 + random.below(bytes.length + 1));
		else if (kind === 4)
			bytes = Buffer.concat([
				bytes.subarray(0, at),
				Buffer.from([255, 255, 255, 255, random.below(16)]),
				bytes.subarray(at)
			]);
		else bytes = Buffer.concat([bytes, bytes.subarray(at)]);
	}
	return bytes;
}

it(`survives ${frames} mutated frames (seed ${seed}), none of which does what it must not`, async () => {
	const unhandled: unknown[] = [];
	const note = (reason: unknown): void => void unhandled.push(reason);
	process.on('unhandledRejection', note);
	const house = await new House().open();
	const random = makeRandom(seed);
	const corpus = makeCorpus(house);
	let longestMs = 0;
	let refused = 0;
	const come = async (): Promise<FakeSocket> => {
		// So much later that earlier strikes are forgotten.
		house.aheadMs += 100_000;
		const socket = new FakeSocket();
		const visitor = { user: userOf('planner'), name: 'Pia', session: 's' };
		await house.collab.accept(socket.asSocket(), visitor);
		socket.arrive(authFrame(DOCUMENT));
		socket.arrive(syncFrame(DOCUMENT, syncSteps.stateVector, Uint8Array.of(0)));
		await until(() => socket.sent.length > 1 || socket.closedWith !== undefined);
		return socket;
	};
	const witness = await house.enter('viewer');
	let socket = await come();
	for (let i = 0; i < frames; i++) {
		const frame = random.chance(0.1) ? random.pick(corpus) : mutate(random.pick(corpus), random);
		const before = house.storage.stored(BOARD).updates.length;
		house.aheadMs += 50;
		const startedAt = performance.now();
		socket.arrive(frame);
		await turn();
		longestMs = Math.max(longestMs, performance.now() - startedAt);
		await turn();
		socket.sent.length = 0;
		if (socket.closedWith !== undefined) {
			refused++;
			if (socket.closedWith === closeReasons.badFrame.code)
				expect(house.storage.stored(BOARD).updates.length).toBe(before);
			socket = await come();
		}
	}
	await until(() => house.collab.metrics()['collab_uncommitted'] === 0);
	const document = house.collab.hocuspocus.documents.get(DOCUMENT)!;
	expect([...document.share.keys()].filter((root) => !roots.has(root))).toEqual([]);
	expect(document.store.pendingStructs ?? document.store.pendingDs).toBeNull();
	for (const [name, { collection, part }] of roots)
		for (const [key, value] of document.getMap(name).entries()) {
			const field = splitPatchKey(key)?.field ?? '';
			expect(
				part === 'record'
					? checkRecord(collection, value)
					: findField(collection, field)?.check(value)
			).toBeNull();
		}
	expect(contentOf(house.committed().doc)).toBe(contentOf(document));
	await until(() => contentOf(witness.doc) === contentOf(document));
	expect(refused).toBeGreaterThan(frames / 10);
	expect(house.collab.metrics()).toMatchObject({
		collab_boards_failed_total: 0,
		collab_hooks_failed_total: 0
	});
	expect(unhandled).toEqual([]);
	// The machine may be busy with other tests; a frame that costs a second is a hole all the same.
	expect(longestMs).toBeLessThan(1000);
	await house.close();
	process.off('unhandledRejection', note);
}, 120_000);
