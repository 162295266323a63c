/** Short messages at the foot of the page: something happened, was refused, or can be undone. Show
 * them through the Toaster of UiRoot. Browser only. */
import { toast as sonner } from 'svelte-sonner';

export type ToastAction = { label: string; run: () => void };
export type ToastOptions = {
	/** A second line: which gate, what is missing. */
	detail?: string;
	action?: ToastAction;
	/** Replaces the toast of the same id instead of stacking. */
	id?: string;
};

const INFO_MS = 5_000;
const UNDO_MS = 8_000;
const DENIED_MS = 12_000;

export const toast = {
	/** Something happened. 5 seconds. Returns the id for `dismiss`. */
	info(message: string, options: ToastOptions = {}): string {
		return show('info', message, options, INFO_MS);
	},
	/** A change was refused and taken back: say the gate in `message`, what is missing in `detail`. */
	denied(message: string, options: ToastOptions = {}): string {
		return show('error', message, options, DENIED_MS);
	},
	/** Something was done that can be taken back for 8 seconds. */
	undo(message: string, options: ToastOptions & { action: ToastAction }): string {
		return show('message', message, options, UNDO_MS);
	},
	dismiss(id: string): void {
		sonner.dismiss(id);
	}
};

function show(
	kind: 'info' | 'error' | 'message',
	message: string,
	options: ToastOptions,
	duration: number
): string {
	const { detail, action, id } = options;
	const given = sonner[kind](message, {
		duration,
		important: kind === 'error',
		...(id ? { id } : {}),
		...(detail ? { description: detail } : {}),
		...(action ? { action: { label: action.label, onClick: () => action.run() } } : {})
	});
	return String(given);
}
