/** The words of the save state. Each begins with Saved, Saving, Offline or Not allowed. */

export type SaveStatus =
	/** `at` is the clock time to print, e.g. 09:42. */
	| { kind: 'saved'; at?: string | undefined }
	| { kind: 'saving' }
	| { kind: 'offline'; kept: number }
	| { kind: 'reconnecting'; kept: number }
	| { kind: 'denied'; reason?: string | undefined };

/** The text of a save state, e.g. "Offline · 3 changes kept here". */
export function describeSave(status: SaveStatus): string {
	switch (status.kind) {
		case 'saved':
			return status.at ? `Saved · ${status.at}` : 'Saved';
		case 'saving':
			return 'Saving…';
		case 'offline':
			return `Offline${describeKept(status.kept)}`;
		case 'reconnecting':
			return `Offline, reconnecting${describeKept(status.kept)}`;
		case 'denied':
			return status.reason ? `Not allowed: ${status.reason}` : 'Not allowed';
	}
}

function describeKept(kept: number): string {
	if (kept === 0) return '';
	return kept === 1 ? ' · 1 change kept here' : ` · ${kept} changes kept here`;
}
