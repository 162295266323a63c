import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TYPES } from './ready-type.ts';

test('every type of the tokens is set ahead, but the one that pages are set in anyway', () => {
	const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
	const declared = [...tokens.matchAll(/--text-([a-z]+):/g)].map(([, name]) => name);
	expect(declared.length).toBeGreaterThan(5);
	expect(new Set(TYPES.map((type) => type.split(' ')[0]))).toEqual(new Set(declared));
});
