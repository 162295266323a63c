/** Short messages at the foot of the page: something happened, was refused, or can be undone. Show
 * them through the Toaster of UiRoot. Browser only. What draws them is fetched
 * apart; what is said before it is there, or without a network, is shown when it comes. */
import type { toast as Sonner } from 'svelte-sonner';

export type ToastAction = { label: string; run: () => void };
export type ToastOptions = {
	/** A second line: which gate, what is missing. */
	detail?: string;
	action?: ToastAction;
	/** Replaces the toast of the same id instead of stacking. */
	id?: string;
};

type TakenBack = { ok: true } | { ok: false; denied: { remedy: string } };

const INFO_MS = 5_000;
const UNDO_MS = 8_000;
const DENIED_MS = 12_000;

type Painter = typeof Sonner;

let onFirst: () => void = () => undefined;
let isWanted = false;
let count = 0;
let painter: Painter | null = null;
/** What was said before the painter came, in order. */
const waiting: ((painter: Painter) => void)[] = [];

/** Calls `show` once there is a toast to draw, at once when there was one already. */
export function awaitToasts(show: () => void): void {
	onFirst = show;
	if (isWanted) show();
}

/** Draws what has been said and what will be. */
export function drawToastsWith(sonner: Painter): void {
	painter = sonner;
	for (const say of waiting.splice(0)) say(sonner);
}

function paint(say: (painter: Painter) => void): void {
	if (painter) say(painter);
	else waiting.push(say);
}

export const toast = {
	/** Something happened. 5 seconds. Returns the id for `dismiss`. */
	info(message: string, options: ToastOptions = {}): string {
		return show('info', message, options, INFO_MS);
	},
	/** A change was refused and taken back: say the gate in `message`, what is missing in `detail`. */
	denied(message: string, options: ToastOptions = {}): string {
		return show('error', message, options, DENIED_MS);
	},
	/** Something was done that can be taken back for 8 seconds; says why where it cannot be any more. */
	undo(message: string, takeBack: () => TakenBack): string {
		const run = (): void => {
			const outcome = takeBack();
			if (!outcome.ok) toast.denied('Not undone', { detail: outcome.denied.remedy });
		};
		return show('message', message, { action: { label: 'Undo', run } }, UNDO_MS);
	},
	dismiss(id: string): void {
		if (isWanted) paint((sonner) => sonner.dismiss(id));
	}
};

function show(
	kind: 'info' | 'error' | 'message',
	message: string,
	{ detail, action, id = `toast-${++count}` }: ToastOptions,
	duration: number
): string {
	isWanted = true;
	onFirst();
	paint((sonner) =>
		sonner[kind](message, {
			id,
			duration,
			important: kind === 'error',
			...(detail ? { description: detail } : {}),
			...(action ? { action: { label: action.label, onClick: () => action.run() } } : {})
		})
	);
	return id;
}
