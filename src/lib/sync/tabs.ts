// Several tabs of one user share a copy and an outbox. A tab says that it lives through a lock the browser takes from it
// when it dies, and that it has thrown a copy away over a channel.

export interface Tab {
	readonly id: string;
	/** Ids of the tabs of this browser that are alive, this one included. */
	alive(): Promise<ReadonlySet<string>>;
	/** Tells the other tabs that the copy of this name was thrown away. */
	announceDiscard(copy: string): void;
	close(): void;
}

const PREFIX = 'plimsoll-tab:';

/** `onDiscard` hears of a copy that another tab has thrown away. */
export function openTab(id: string, onDiscard: (copy: string) => void): Tab {
	const locks = typeof navigator !== 'undefined' ? navigator.locks : undefined;
	let release: () => void = () => undefined;
	locks
		?.request(PREFIX + id, () => new Promise<void>((resolve) => (release = resolve)))
		.catch(() => undefined);
	const channel =
		typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('plimsoll-copies');
	if (channel)
		channel.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (typeof data === 'string') onDiscard(data);
		};
	return {
		id,
		async alive() {
			const ids = new Set([id]);
			const held = (await locks?.query().catch(() => undefined))?.held ?? [];
			for (const { name } of held) if (name?.startsWith(PREFIX)) ids.add(name.slice(PREFIX.length));
			return ids;
		},
		announceDiscard: (copy) => channel?.postMessage(copy),
		close() {
			release();
			channel?.close();
		}
	};
}
