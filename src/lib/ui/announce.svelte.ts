/** What is said to screen readers about things only the eye would notice. Browser only. */

let spoken = $state({ text: '', turn: 0 });

/** Says a sentence through the page's LiveRegion, politely; the same one twice is said twice. */
export function announce(text: string): void {
	spoken = { text, turn: spoken.turn + 1 };
}

/** What LiveRegion shows: the last sentence and how many there were. */
export function readAnnouncement(): { text: string; turn: number } {
	return spoken;
}
