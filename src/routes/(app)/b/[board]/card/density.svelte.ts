// How close together cards and rows stand on this device: compact, usual or roomy. Browser only for setting.

export const densities = { compact: 'Compact', usual: 'Usual', roomy: 'Roomy' } as const;
export type Density = keyof typeof densities;

const KEY = 'plimsoll.density';

let current = $state<Density>('usual');

export const density = {
	get current(): Density {
		return current;
	},
	/** Reads what was chosen on this device before. */
	restore(storage: Storage = localStorage): void {
		const kept = storage.getItem(KEY);
		if (kept !== null && Object.hasOwn(densities, kept)) apply(kept as Density);
	},
	choose(next: Density, storage: Storage = localStorage): void {
		storage.setItem(KEY, next);
		apply(next);
	}
};

function apply(next: Density): void {
	current = next;
	document.documentElement.dataset['density'] = next;
}
