// The state of the suggestions page: asks a worker, follows it, stops it, and writes what a person accepts, one at a time.
// Nothing is written that nobody has accepted.

import { applyRemedy, askRemedy } from '#lib/doc/remedy-edits.ts';
import type { Suggestion, SuggestionKind } from '#lib/domain/levelling/plan.ts';
import type { Suggestions } from '#lib/domain/levelling/suggest.ts';
import { planOf } from '#lib/model/plan-input.ts';
import { bookingOf } from '#lib/model/team-load.ts';
import { sameValue } from '#lib/model/value.ts';
import { isHomeTeam } from '#lib/policy/bookings.ts';
import type { Individuals } from '#lib/sync/individuals.svelte.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { confirmHanded } from '../card/confirm-handed.ts';
import { openWorker } from './open-worker.ts';
import type { SuggestAnswer, SuggestQuestion } from './suggest-worker.ts';

/** What may be suggested. */
export const choices = {
	all: { label: 'Dates and people', kinds: ['move', 'hand', 'staff'] },
	dates: { label: 'Dates only', kinds: ['move'] },
	people: { label: 'People only', kinds: ['hand', 'staff'] }
} as const satisfies Record<string, { label: string; kinds: readonly SuggestionKind[] }>;
export type Choice = keyof typeof choices;

export type SuggestState = 'idle' | 'looking' | 'found' | 'stopped' | 'failed';

/** What suggestions depend on. */
const counted = [
	'allocations',
	'projects',
	'modules',
	'tasks',
	'people',
	'absences',
	'elsewhere'
] as const;

/** Schedules the levelling may make: well within a second for a team. */
const SCHEDULES = 600;

export class SuggestScreen {
	readonly live: LiveBoard;
	readonly individuals: Pick<Individuals, 'areShown'>;
	state = $state<SuggestState>('idle');
	choice = $state<Choice>('all');
	/** 0 to 100; null while it is not known. */
	percent = $state<number | null>(null);
	found = $state.raw<Suggestions | null>(null);
	/** True once the board has changed since the suggestions were made. */
	isStale = $state(false);
	refused = $state.raw<readonly string[]>([]);
	#worker: Worker | null = null;

	constructor(live: LiveBoard, individuals: Pick<Individuals, 'areShown'>) {
		this.live = live;
		this.individuals = individuals;
	}

	/** Follows the board until the returned stop is called; then the worker ends as well. */
	follow(): () => void {
		const stop = this.live.onChange((touched) => {
			if (counted.some((collection) => touched.has(collection))) this.isStale = true;
		});
		return () => {
			stop();
			this.#end();
		};
	}

	/** Looks for suggestions; those shown stay until the new ones are there, and keep their places. */
	look(): void {
		this.#end();
		this.state = 'looking';
		this.percent = null;
		this.isStale = false;
		const worker = openWorker();
		this.#worker = worker;
		worker.addEventListener('message', ({ data }: MessageEvent<SuggestAnswer>) => this.#hear(data));
		worker.addEventListener('error', () => this.#fail());
		const { doc, today, actor } = this.live;
		const question: SuggestQuestion = {
			plan: planOf(doc, today, {
				person: actor.person,
				speaksFor: (person) => isHomeTeam(actor, person, doc)
			}),
			options: {
				schedules: SCHEDULES,
				kinds: choices[this.choice].kinds,
				refused: this.refused
			}
		};
		worker.postMessage(question);
	}

	/** Stops looking; what was found before stays. */
	stop(): void {
		this.#end();
		this.state = 'stopped';
	}

	choose(choice: Choice): void {
		this.choice = choice;
		this.look();
	}

	/** Writes a suggestion as one change that one undo takes back. Returns why not; empty when it was done. */
	accept(one: Suggestion): string {
		const row = this.live.doc.get('allocations', one.of);
		const stands = bookingOf(this.live.doc, row);
		if (!stands || !sameValue(plain(stands), plain(one.was)))
			return 'The booking has been changed since. Look again.';
		const outcome = this.live.edits.run(applyRemedy, changeOf(one));
		if (!outcome.ok) return outcome.denied.remedy;
		void confirmHanded(this.live, outcome.value);
		this.#drop(one);
		this.look();
		return '';
	}

	/** Puts a suggestion aside; it is not made again on this visit. */
	refuse(one: Suggestion): void {
		this.refused = [...this.refused, one.key];
		this.#drop(one);
		this.look();
	}

	/** Why this person may not accept it; empty where they may. */
	askAccept(one: Suggestion): string {
		if (!this.live.isWritable) return '';
		return this.live.edits.ask(askRemedy, changeOf(one))?.remedy ?? '';
	}

	/** While individuals are not shown one reads of a colleague, not of a name (P-31). */
	nameOf = (person: string): string => {
		if (person === '') return 'the open role';
		if (!this.individuals.areShown) return 'a colleague';
		return this.live.doc.get('people', person)?.name ?? 'somebody';
	};

	#hear(answer: SuggestAnswer): void {
		if (answer.is === 'progress') {
			const { phase, done, of } = answer.progress;
			const half = of > 0 ? (done * 50) / of : 0;
			this.percent = Math.round(phase === 'level' ? half : 50 + half);
			return;
		}
		this.found = { ...answer.found, suggestions: this.#inPlace(answer.found.suggestions) };
		this.state = 'found';
		const { length } = this.found.suggestions;
		announce(length === 1 ? '1 suggestion' : `${length} suggestions`);
		this.#end();
	}

	/** Those that were shown before first, in their order: nothing jumps away under a pointer. */
	#inPlace(fresh: readonly Suggestion[]): Suggestion[] {
		const shown = (this.found?.suggestions ?? []).map(({ key }) => key);
		const place = (one: Suggestion): number => {
			const at = shown.indexOf(one.key);
			return at < 0 ? shown.length : at;
		};
		return fresh.toSorted((a, b) => place(a) - place(b));
	}

	#drop({ key }: Suggestion): void {
		if (!this.found) return;
		const suggestions = this.found.suggestions.filter((one) => one.key !== key);
		this.found = { ...this.found, suggestions };
	}

	#fail(): void {
		this.#end();
		this.state = 'failed';
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}
}

const changeOf = ({ of, steps }: Suggestion) => ({ of, steps, launch: null, role: '' });

/** As it comes back from the worker. */
const plain = (value: unknown): unknown => structuredClone(value);
