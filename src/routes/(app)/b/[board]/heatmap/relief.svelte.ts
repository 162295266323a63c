// The causes and remedies of one cell, worked out again when the board changes, and what may be done about them: whoever
// may write applies a remedy as one change, whoever may only comment sends it to those who plan.

import { untrack } from 'svelte';
import { findRemedies, type Remedy } from '#lib/domain/remedies.ts';
import { applyRemedy, askRemedy, type RemedyChange } from '#lib/doc/remedy-edits.ts';
import { findAlerts, type LoadAlerts } from '#lib/model/load-alerts.ts';
import { findCauses, type CauseQuestion, type CellCauses } from '#lib/model/load-causes.ts';
import type { LoadGroup } from '#lib/model/load-groups.ts';
import { askRemedies } from '#lib/model/remedy-facts.ts';
import { makeRow } from '#lib/model/board.ts';
import { isHomeTeam } from '#lib/policy/bookings.ts';
import { can } from '#lib/policy/can.ts';
import { plans } from '#lib/policy/roles.ts';
import { confirmHanded } from '../card/confirm-handed.ts';
import type { HeatmapScreen } from './heatmap-screen.svelte.ts';
import type { Period } from './heatmap-periods.ts';
import { sayProposal, sayRemedy, sayTouched, type RemedyWords } from './remedy-words.ts';

export interface OfferedRemedy {
	key: string;
	remedy: Remedy;
	words: RemedyWords;
	/** Why this actor may not apply it; empty where they may. */
	refusal: string;
}

export interface Where {
	screen: HeatmapScreen;
	group: LoadGroup;
	period: Period;
	/** Open roles count too. */
	withOpen: boolean;
}

export class Relief {
	readonly #where: () => Where;

	constructor(where: () => Where) {
		this.#where = where;
	}

	get #screen(): HeatmapScreen {
		return this.#where().screen;
	}

	readonly #question = $derived.by((): CauseQuestion => {
		const { live, load, view } = this.#screen;
		const { group, period, withOpen } = this.#where();
		void load.edition;
		for (const name of ['projects', 'modules', 'approvals', 'people'] as const) live.rows(name);
		return {
			...{ board: live.doc, load: load.peek(), group, from: period.from, to: period.to },
			...{ basis: view.basis, today: live.today, withOpen },
			asMade: (collection, id, field) => live.doc.recordValue(collection, id, field)
		};
	});
	readonly causes = $derived.by((): CellCauses => {
		const question = this.#question;
		return untrack(() => findCauses(question));
	});
	readonly alerts = $derived.by((): LoadAlerts => {
		const { load, group, from, to } = this.#question;
		return findAlerts(load.grid, group.people, from, to);
	});
	readonly remedies = $derived.by((): OfferedRemedy[] => {
		const question = this.#question;
		const causes = this.causes;
		void this.#screen.live.actor;
		return untrack(() =>
			findRemedies(askRemedies(question, causes, this.#isAsked)).map((remedy) =>
				this.#offer(remedy)
			)
		);
	});
	/** True where there is too much, whether or not anything can be done. */
	readonly isOver = $derived.by(() => this.causes.loadMinutes > this.causes.netMinutes);
	/** May the actor say something to those who plan? */
	readonly maySend = $derived.by(() => {
		const { actor, doc } = this.#screen.live;
		const record = makeRow('comments', 'cmt_new', { author: actor.person });
		return can(actor, { kind: 'create', collection: 'comments', id: 'cmt_new', record }, doc).ok;
	});

	nameOf = (person: string): string =>
		this.#screen.namesPeople
			? (this.#screen.live.doc.get('people', person)?.name ?? 'somebody')
			: 'a colleague';

	#isAsked = (person: string): boolean => {
		const { actor, doc } = this.#screen.live;
		return plans(actor) && !isHomeTeam(actor, person, doc);
	};

	/** Applies it as one change. Returns why not; empty when it was done. */
	apply({ remedy }: OfferedRemedy): string {
		const { live } = this.#screen;
		const outcome = live.edits.run(applyRemedy, this.#changeOf(remedy));
		if (outcome.ok) void confirmHanded(live, outcome.value);
		return outcome.ok ? '' : outcome.denied.remedy;
	}

	/** Writes it as a comment on its project. Returns why not; empty when it was sent. */
	send({ remedy, words }: OfferedRemedy, address: string): string {
		const { live } = this.#screen;
		const { group, period } = this.#where();
		const project = live.doc.get('allocations', remedy.of)?.project ?? '';
		const touched = this.#screen.namesPeople ? sayTouched(remedy, this.nameOf) : '';
		const body = sayProposal(`${group.name}, ${period.name}`, words, touched, address);
		const outcome = live.edits.addComment({ project, body });
		return outcome.ok ? '' : outcome.denied.remedy;
	}

	#offer(remedy: Remedy): OfferedRemedy {
		const { live } = this.#screen;
		const row = live.doc.get('allocations', remedy.of);
		const project = live.doc.get('projects', row?.project ?? '');
		const part = live.doc.get('modules', row?.module ?? '');
		const launches = [part?.launch, project?.launch].filter((day) => typeof day === 'string');
		const words = sayRemedy(remedy, {
			title: part ? `${project?.title ?? ''}: ${part.title}` : (project?.title ?? row?.note ?? ''),
			nameOf: this.nameOf,
			launch: launches.sort()[0] ?? null,
			isAsked: remedy.person !== '' && this.#isAsked(remedy.person)
		});
		return {
			key: `${remedy.kind} ${remedy.of} ${remedy.person}`,
			remedy,
			words,
			refusal: live.edits.ask(askRemedy, this.#changeOf(remedy))?.remedy ?? ''
		};
	}

	/** An open role for a vendor asks for what the booking, or its holder, has. */
	#changeOf({ of, steps, launch }: Remedy): RemedyChange {
		const { doc } = this.#screen.live;
		const row = doc.get('allocations', of);
		const holder = doc.get('people', row?.person ?? '');
		const wanted = row?.skill || holder?.skills[0] || holder?.title || 'somebody';
		return { of, steps, launch, role: `Vendor: ${wanted}`.slice(0, 80) };
	}
}
