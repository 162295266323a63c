import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAINTED_COLOURS } from './theme.ts';

const timeline = 'src/routes/(app)/b/[board]/timeline';
const read = (path: string): string => readFileSync(path, 'utf8');
const namesIn = (text: string): string[] =>
	[...text.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!);

describe('the colours a painter is told', () => {
	it('are tokens of the stylesheet, each once', () => {
		const tokens = read('src/lib/ui/tokens.css');
		for (const name of PAINTED_COLOURS) expect(tokens, name).toMatch(new RegExp(`\\s--${name}:`));
		expect(new Set(PAINTED_COLOURS).size).toBe(PAINTED_COLOURS.length);
	});

	it('are all that the painter asks for, and what bars and cells are coloured with', () => {
		const painter = readdirSync(timeline).filter((name) => /^paint-row|^painter/.test(name));
		expect(painter.length).toBeGreaterThan(1);
		const asked = painter.flatMap((name) => namesIn(read(`${timeline}/${name}`)));
		expect(asked.length).toBeGreaterThan(10);
		for (const name of asked) expect(PAINTED_COLOURS, name).toContain(name);
		const hues = read('src/routes/(app)/b/[board]/card/hues.ts').match(/'\w+'(?=[,\s])/g)!;
		for (const hue of hues) expect(PAINTED_COLOURS).toContain(`k-${hue.slice(1, -1)}`);
	});
});
