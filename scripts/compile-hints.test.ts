import { describe, expect, it } from 'vitest';
import { findStart } from './compile-hints.ts';

describe('what is called as soon as it comes', () => {
	const file = (name: string, ...imports: string[]) => ({ name, fileName: `${name}.js`, imports });
	const found = findStart([
		file('entry/start', 'svelte.js'),
		file('nodes/18', 'shell.js'),
		file('shell', 'sync.js', 'svelte.js'),
		file('sync'),
		file('svelte'),
		file('dialog', 'sync.js', 'picker.js'),
		file('picker')
	]);

	it('is what Kit and pages start from, with all that these import', () => {
		expect([...found].sort()).toEqual([
			'entry/start.js',
			'nodes/18.js',
			'shell.js',
			'svelte.js',
			'sync.js'
		]);
	});

	it('is not what is fetched later', () => {
		expect(found).not.toContain('dialog.js');
		expect(found).not.toContain('picker.js');
	});
});
