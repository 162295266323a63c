// Code that a page cannot do without, fetched again and again: the network may be away just then.

const AGAIN_MS = 2000;

/** Resolves with what `fetchIt` resolves with, however often that fails; gives up, for ever, once `isOver`. */
export async function untilFetched<T>(
	fetchIt: () => Promise<T>,
	isOver: () => boolean
): Promise<T> {
	while (!isOver()) {
		try {
			return await fetchIt();
		} catch {
			await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
		}
	}
	return new Promise(() => undefined);
}
