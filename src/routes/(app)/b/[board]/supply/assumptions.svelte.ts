// What hire, vendor and delay cost, as somebody typed it here: kept on this device, board by board, because it is nobody
// else's business yet. Empty is unknown. Refuses what is no amount.

import {
	assumptionKinds,
	noAssumptions,
	type Assumption,
	type Assumptions
} from '#lib/domain/options.ts';

/** Kept in minor units; whatever else is counted as it is. */
const isMoney = (name: Assumption): boolean => assumptionKinds[name] === 'money';

/** The most of each: ten years, a large vendor, ten times the price. */
const most = { money: 1e9, weeks: 520, people: 1000, percent: 1000 };
const wholes = { weeks: 'weeks', people: 'people', percent: 'per cent' };

const isKept = (name: Assumption, value: unknown): value is number =>
	Number.isSafeInteger(value) &&
	(value as number) >= 0 &&
	(value as number) <= most[assumptionKinds[name]] * (isMoney(name) ? 100 : 1);

export class AssumptionDesk {
	readonly #key: string;
	given = $state.raw<Assumptions>(noAssumptions);
	refused = $state.raw<Partial<Record<Assumption, string>>>({});
	/** What an hour costs by the organisation's settings, in units of its currency; null while nobody has said. */
	ownRate = $state<number | null>(null);

	constructor(board: string) {
		this.#key = `plimsoll.options.${board}`;
	}

	/** What this device remembers; nothing where it cannot. */
	recall(): void {
		try {
			const kept = JSON.parse(localStorage.getItem(this.#key) ?? '{}') as Record<string, unknown>;
			const read = (Object.keys(noAssumptions) as Assumption[]).map((name) => [
				name,
				isKept(name, kept[name]) ? kept[name] : null
			]);
			this.given = Object.fromEntries(read) as Assumptions;
		} catch {
			this.given = noAssumptions;
		}
	}

	/** Asks the server for the organisation's rate; without an answer none is offered. */
	async askRate(): Promise<void> {
		try {
			const answer = await fetch('/api/organisation/rate');
			const { perHour } = (answer.ok ? await answer.json() : {}) as { perHour?: unknown };
			if (typeof perHour === 'number') this.ownRate = perHour;
		} catch {
			// Offline, the field is filled by hand.
		}
	}

	/** As it stands in the field. */
	textOf(name: Assumption): string {
		const value = this.given[name];
		return value === null ? '' : String(isMoney(name) ? value / 100 : value);
	}

	/** Takes what was typed; empty forgets it. */
	take(name: Assumption, typed: string): void {
		const text = typed.trim().replaceAll(/[\s']/g, '').replace(',', '.');
		const value = text === '' ? null : Number(text);
		const refuse = (message: string): void => {
			this.refused = { ...this.refused, [name]: message };
		};
		const kind = assumptionKinds[name];
		if (value !== null && !(value >= 0 && value <= 1e9))
			return refuse(`“${typed}” is not an amount. Write a number, or nothing.`);
		if (value !== null && kind !== 'money' && !(Number.isInteger(value) && value <= most[kind]))
			return refuse(`Write whole ${wholes[kind]}, ${most[kind]} at most.`);
		const kept = value === null ? null : isMoney(name) ? Math.round(value * 100) : value;
		this.given = { ...this.given, [name]: kept };
		this.refused = { ...this.refused, [name]: undefined };
		try {
			localStorage.setItem(this.#key, JSON.stringify(this.given));
		} catch {
			// A full or forbidden storage forgets it with the page; nothing else depends on it.
		}
	}
}
