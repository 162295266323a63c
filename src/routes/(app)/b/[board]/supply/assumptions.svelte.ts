// What hire, vendor and delay cost, as somebody typed it here: kept on this device, board by board, because it is nobody
// else's business yet. Empty is unknown. Refuses what is no amount.

import { noAssumptions, type Assumption, type Assumptions } from '#lib/domain/options.ts';

/** Kept in minor units; weeks as they are. */
const isMoney = (name: Assumption): boolean => !name.endsWith('Weeks');

export class AssumptionDesk {
	readonly #key: string;
	given = $state.raw<Assumptions>(noAssumptions);
	refused = $state.raw<Partial<Record<Assumption, string>>>({});

	constructor(board: string) {
		this.#key = `plimsoll.options.${board}`;
	}

	/** What this device remembers; nothing where it cannot. */
	recall(): void {
		try {
			const kept = JSON.parse(localStorage.getItem(this.#key) ?? '{}') as Record<string, unknown>;
			const read = Object.keys(noAssumptions).map((name) => {
				const value = kept[name];
				return [name, Number.isSafeInteger(value) && (value as number) >= 0 ? value : null];
			});
			this.given = Object.fromEntries(read) as Assumptions;
		} catch {
			this.given = noAssumptions;
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
		if (value !== null && !(value >= 0 && value <= 1e9))
			return refuse(`“${typed}” is not an amount. Write a number, or nothing.`);
		if (value !== null && !isMoney(name) && !Number.isInteger(value))
			return refuse('Write whole weeks.');
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
