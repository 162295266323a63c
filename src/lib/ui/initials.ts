/** The one or two letters that stand for a name. Empty names answer '?'. */

/** Initials of the first and last word, e.g. "Amara Mensah" is "AM", "Łukasz" is "ŁU". */
export function findInitials(name: string): string {
	const words = name.trim().split(/\s+/u).filter(Boolean);
	const [first, last] = [words[0], words.at(-1)];
	if (!first || !last) return '?';
	const letters =
		words.length === 1 ? takeLetters(first, 2) : takeLetters(first, 1) + takeLetters(last, 1);
	return letters.toLocaleUpperCase();
}

function takeLetters(word: string, count: number): string {
	return [...word].slice(0, count).join('');
}
