// A board's desk, fetched when it is first asked for: the first picture is drawn without it.

import type { Desk, DeskOptions } from './desk.ts';

export interface LateDeskOptions extends DeskOptions {
	board: string;
	onOpen: () => void;
}

export class LateDesk {
	readonly #options: LateDeskOptions;
	#fetched: Promise<Desk> | null = null;
	/** Null until it is there. */
	found: Desk | null = null;

	constructor(options: LateDeskOptions) {
		this.#options = options;
	}

	/** Throws before it is there. */
	get open(): Desk {
		if (!this.found)
			throw new Error(
				`Nothing can be written to board ${this.#options.board} yet: its verbs are being fetched. Ask isWritable first.`
			);
		return this.found;
	}

	fetch(): Promise<Desk> {
		return (this.#fetched ??= this.#open());
	}

	/** Does it at once where the desk is there, else as soon as it is. */
	use(work: (desk: Desk) => void): void {
		if (this.found) work(this.found);
		else void this.fetch().then(work);
	}

	async #open(): Promise<Desk> {
		const { openDesk } = await import('./desk.ts');
		this.found = openDesk(this.#options);
		this.#options.onOpen();
		return this.found;
	}
}
