// The live board's save state in the terms of the primitive that shows it. Pure.

import type { SaveState } from '#lib/sync/live-types.ts';
import type { SaveStatus } from '#lib/ui/save-text.ts';

export function readSave(save: SaveState): SaveStatus {
	switch (save.kind) {
		case 'saved':
			return { kind: 'saved', at: save.at === null ? undefined : clockTime(save.at) };
		case 'saving':
			return { kind: 'saving' };
		case 'not-allowed':
			return { kind: 'denied', reason: save.text.replace(/^Not allowed:? ?/, '') };
		default:
			return { kind: save.kind, kept: save.kept };
	}
}

/** Hours and minutes on this device's clock. */
function clockTime(at: number): string {
	const date = new Date(at);
	return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
