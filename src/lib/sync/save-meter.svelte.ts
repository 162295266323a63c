// The save state as a rune: what the wire and the outbox say, the last refusal while it is news, and the browser's
// question before a page with unsent edits is left.

import type { SaveState } from './live-types.ts';
import { describeSave, type Link } from './save-state.ts';

export interface Progress {
	kept: number;
	isConfirmed: boolean;
	savedAt: number | null;
}

/** How long a refusal is news. */
const NEWS_MS = 8000;

export class SaveMeter {
	readonly #isEvaluation: boolean;
	#link: Link = 'connecting';
	#progress: Progress = { kept: 0, isConfirmed: false, savedAt: null };
	#refusal = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	state = $state.raw<SaveState>() as SaveState;

	constructor(isEvaluation: boolean) {
		this.#isEvaluation = isEvaluation;
		this.#show();
	}

	turn(link: Link): void {
		this.#link = link;
		this.#show();
	}

	report(progress: Progress): void {
		this.#progress = progress;
		this.#show();
	}

	/** A refusal stands until the next edit, or until it is no news; empty takes it away. */
	refuse(remedy: string): void {
		clearTimeout(this.#timer);
		if (remedy === this.#refusal && remedy === '') return;
		this.#refusal = remedy;
		if (remedy !== '') this.#timer = setTimeout(() => this.refuse(''), NEWS_MS);
		this.#show();
	}

	destroy(): void {
		clearTimeout(this.#timer);
		warnOnLeaving(false);
	}

	#show(): void {
		const { kept, isConfirmed, savedAt } = this.#progress;
		const next = describeSave({
			link: this.#link,
			kept,
			isPending: !isConfirmed,
			at: savedAt,
			refusal: this.#refusal,
			isEvaluation: this.#isEvaluation
		});
		const now = this.state as SaveState | undefined;
		if (now?.text === next.text && now.kept === next.kept && now.kind === next.kind) return;
		this.state = next;
		warnOnLeaving(kept > 0);
	}
}

/** A listener that is always there would keep the page out of the browser's back-forward cache. */
function warnOnLeaving(shouldWarn: boolean): void {
	if (typeof window === 'undefined') return;
	window.removeEventListener('beforeunload', ask);
	if (shouldWarn) window.addEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
	event.preventDefault();
}
