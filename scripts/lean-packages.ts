// What two packages bring along and this product never uses is left out of the build: the icons' way to be drawn with any
// stroke, alias and context, and the styled console of Yjs, which takes a schema checker and a builder of elements along.

import type { Plugin } from 'vite';

const ICONS = /\/@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/;
const CONSOLE = 'lib0/logging';
const OWN_CONSOLE = '\0lean-console';

/** The elements of an icon, each with its attributes. */
type Node = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

/** Says what Yjs says, without the colours. */
const plainConsole = `
const words = (all) => all.filter((one) => typeof one !== 'symbol');
export const print = (...all) => console.log(...words(all));
export const warn = (...all) => console.warn(...words(all));
const style = Symbol();
export { style as ORANGE, style as RED, style as BOLD, style as UNBOLD };
`;

/**
 * An icon of the package, as plain markup that takes the attributes it is given here: its size and its text, without
 * which it says nothing. Throws where the package says it in another way than it did.
 */
export function flattenIcon(source: string): string {
	const data = /const iconData = (\{.*\});/.exec(source)?.[1];
	if (!data) throw new Error('An icon of @lucide/svelte holds no iconData to read.');
	const { size, node } = JSON.parse(data) as { size: number; node: Node };
	if (size !== 24) throw new Error(`An icon of @lucide/svelte is drawn in ${size} units, not 24.`);
	const elements = node.map(([tag, attributes]) => {
		const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
		return `<${tag}${said.join('')} />`;
	});
	return `<script>
	let { size = 24, 'aria-label': label } = $props();
</script>

<svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
	stroke-linecap="round" stroke-linejoin="round" aria-label={label}
	aria-hidden={label ? undefined : 'true'}>${elements.join('')}</svg>
`;
}

/** Icons for both sides of the build, since the browser takes over what the server has drawn; the console for Yjs. */
export function leanPackages(): Plugin {
	return {
		name: 'lean-packages',
		apply: 'build',
		enforce: 'pre',
		resolveId: (id) => (id === CONSOLE ? OWN_CONSOLE : null),
		load: (id) => (id === OWN_CONSOLE ? plainConsole : null),
		transform(code, id) {
			return ICONS.test(id) ? { code: flattenIcon(code), map: null } : null;
		}
	};
}
