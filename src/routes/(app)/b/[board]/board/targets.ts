// Where cards in hand would go, by the ids around it: it holds when the column changes meanwhile. Pure.

export interface Target {
	stage: string;
	above: string | null;
	below: string | null;
}

/** The words of a target in awareness: `<stage>/<id of the card below>`. */
export function writeTarget(target: Target): string {
	return `${target.stage}/${target.below ?? ''}`;
}

export function readTarget(text: string | undefined): { stage: string; below: string } | null {
	const slash = text?.indexOf('/') ?? -1;
	return text && slash > 0 ? { stage: text.slice(0, slash), below: text.slice(slash + 1) } : null;
}

/** The slot a target means in a column as it is now; the end where its neighbours are gone. */
export function findSlotOf(ids: readonly string[], target: Omit<Target, 'stage'>): number {
	const below = target.below === null ? -1 : ids.indexOf(target.below);
	if (below >= 0) return below;
	const above = target.above === null ? -1 : ids.indexOf(target.above);
	if (above >= 0) return above + 1;
	return target.above === null && target.below === null ? 0 : ids.length;
}
