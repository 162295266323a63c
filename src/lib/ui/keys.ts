/** Reading tinykeys' notation: is it a single key (which people may switch off), and how is it
 * written on a keyboard. Knows no shortcut by name. */

const SYMBOLS: Record<string, string> = {
	ArrowUp: '↑',
	ArrowDown: '↓',
	ArrowLeft: '←',
	ArrowRight: '→',
	Escape: 'Esc',
	Delete: 'Del'
};

const MAC: Record<string, string> = { $mod: '⌘', Meta: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };
const OTHER: Record<string, string> = { $mod: 'Ctrl', Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };

/** Whether one of the presses is a bare letter, digit or sign, perhaps with Shift (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
	return keys.split(' ').some((press) => {
		const { modifiers, key } = readPress(press);
		return key.length === 1 && modifiers.every((modifier) => modifier === 'Shift');
	});
}

/** The caps to print for a shortcut, e.g. ['Ctrl', 'K'] or ['g', 'b']. */
export function formatKeys(keys: string, platform: 'mac' | 'other' = 'other'): string[] {
	const names = platform === 'mac' ? MAC : OTHER;
	return keys.split(' ').flatMap((press) => {
		const { modifiers, key } = readPress(press);
		const cap = key.length === 1 && modifiers.length > 0 ? key.toUpperCase() : key;
		return [...modifiers.map((modifier) => names[modifier] ?? modifier), SYMBOLS[cap] ?? cap];
	});
}

/** The keyboard this browser sits on, for printing. */
export function findPlatform(agent: string): 'mac' | 'other' {
	return /Mac|iPhone|iPad/.test(agent) ? 'mac' : 'other';
}

function readPress(press: string): { modifiers: string[]; key: string } {
	const parts = press.split(/(?<=\w|\])\+/);
	const key = parts.pop() ?? '';
	return { modifiers: parts.filter((part) => !part.startsWith('[')), key };
}
