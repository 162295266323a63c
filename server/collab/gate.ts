// Nothing leaves before it is committed. Two kinds of frames could tell of what is not: the copy a new client gets,
// and acknowledgements. Both are held here until their commit; a copy holds the updates behind it, in order.
import { kinds, readOutbound, syncSteps } from './frame.ts';

type Head = ReturnType<typeof readOutbound>;

export class Gate {
	readonly #put: (frame: Uint8Array) => void;
	/** By document: frames behind a copy that waits. */
	readonly #held = new Map<string, Uint8Array[]>();
	/** By document: commits that the next acknowledgements stand for, in order. */
	readonly #expected = new Map<string, Promise<boolean>[]>();
	#last: { frame: Uint8Array; head: Head } | undefined;
	#isShut = false;

	constructor(put: (frame: Uint8Array) => void) {
		this.#put = put;
	}

	/** Lets the frame through now or when it may go; a frame whose commit fails is dropped. */
	pass(frame: Uint8Array, settled: (address: string) => Promise<boolean> | undefined): void {
		const { address, kind, step } = this.headOf(frame);
		if (kind === kinds.syncStatus) return this.#passAcknowledgement(address, frame);
		if (kind !== kinds.sync && kind !== kinds.syncReply) return this.#put(frame);
		const behind = this.#held.get(address);
		if (behind) {
			behind.push(frame);
			return;
		}
		const wait = step === syncSteps.missing ? settled(address) : undefined;
		if (!wait) return this.#put(frame);
		const held = [frame];
		this.#held.set(address, held);
		void wait.then((committed) => {
			this.#held.delete(address);
			if (committed && !this.#isShut) for (const one of held) this.#put(one);
		});
	}

	expectAcknowledgement(address: string, committed: Promise<boolean>): void {
		const expected = this.#expected.get(address);
		if (expected) expected.push(committed);
		else this.#expected.set(address, [committed]);
	}

	shut(): void {
		this.#isShut = true;
		this.#held.clear();
		this.#expected.clear();
	}

	headOf(frame: Uint8Array): Head {
		// One broadcast frame passes every socket; it is read once for each, not once for each question.
		if (this.#last?.frame !== frame) this.#last = { frame, head: readOutbound(frame) };
		return this.#last.head;
	}

	#passAcknowledgement(address: string, frame: Uint8Array): void {
		// None expected means that nothing was accepted: then nothing is acknowledged.
		void this.#expected
			.get(address)
			?.shift()
			?.then((committed) => {
				if (committed && !this.#isShut) this.#put(frame);
			});
	}
}
