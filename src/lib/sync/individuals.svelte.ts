// Whether a board's screens show numbers about each person (P-31). Those who plan, and the team, have them; leaders switch
// them on for this page where the organisation allows it, and the server has noted the look before anything is shown.

import { isLeading, maySeePeople } from '#lib/policy/individuals.ts';
import type { LiveBoard } from './live-board.svelte.ts';

/** Asks the server to note a look; rejects where it cannot be reached. */
export type NoteLook = (board: string) => Promise<Response>;

const noteLook: NoteLook = (board) =>
	fetch(`/api/boards/${board}/commands/see-people`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{}'
	});

export class Individuals {
	readonly #live: Pick<LiveBoard, 'id' | 'actor'>;
	readonly #isAllowed: () => boolean;
	readonly #note: NoteLook;
	#isOn = $state(false);

	constructor(
		live: Pick<LiveBoard, 'id' | 'actor'>,
		leadersSeePeople: () => boolean,
		note: NoteLook = noteLook
	) {
		this.#live = live;
		this.#isAllowed = leadersSeePeople;
		this.#note = note;
	}

	/** True for those who read totals until they switch. */
	get isLeading(): boolean {
		return isLeading(this.#live.actor);
	}

	get maySee(): boolean {
		return maySeePeople(this.#live.actor, this.#isAllowed());
	}

	get areShown(): boolean {
		return !this.isLeading || (this.#isOn && this.maySee);
	}

	/** Returns why they are not shown; empty when they are. */
	async show(): Promise<string> {
		if (this.areShown) return '';
		try {
			const answer = await this.#note(this.#live.id);
			if (answer.ok) {
				this.#isOn = true;
				return '';
			}
			const told = (await answer.json().catch(() => null)) as {
				problem?: { message?: string };
			} | null;
			return told?.problem?.message ?? `The server answered ${answer.status}. Try again.`;
		} catch {
			return 'The server cannot be reached, and each look is noted there. Try again when you are back.';
		}
	}

	hide(): void {
		this.#isOn = false;
	}
}
