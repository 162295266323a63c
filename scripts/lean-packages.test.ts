import { readFileSync, readdirSync } from 'node:fs';
import { compile } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { flattenIcon } from './lean-packages.ts';

const read = (name: string): string =>
	readFileSync(`node_modules/@lucide/svelte/dist/icons/${name}.svelte`, 'utf8');

const svelteFiles = (): string[] =>
	readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.svelte'))
		.map((name) => `src/${name}`);

describe('an icon', () => {
	it('is the elements that the package says, drawn where it is used', () => {
		const icon = flattenIcon(read('lock'));
		expect(icon).toContain('<rect width="18" height="11" x="3" y="11" rx="2" ry="2" />');
		expect(icon).toContain('<path d="M7 11V7a5 5 0 0 1 10 0v4" />');
		const { js } = compile(icon, { generate: 'client', filename: 'lock.svelte' });
		expect(js.code).toContain('from_svg');
	});

	it('is given no attribute that it would leave out', () => {
		const given = svelteFiles().flatMap((file) => {
			const code = readFileSync(file, 'utf8');
			const names = [...code.matchAll(/import (\w+) from '@lucide\/svelte\/icons/g)].map(
				([, one]) => one
			);
			return names.flatMap((name) =>
				[...code.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].flatMap(([, said]) =>
					[...said!.matchAll(/([\w:-]+)=|\{[^}]*\}/g)].map(([all, key]) => key ?? all)
				)
			);
		});
		expect(new Set(given.filter((one) => !one.startsWith('{')))).toEqual(
			new Set(['aria-hidden', 'aria-label', 'size'])
		);
		expect(given.filter((one) => one.startsWith('{...'))).toEqual([]);
	});

	it('is refused where the package says it in another way', () => {
		expect(() => flattenIcon('<svg />')).toThrow('iconData');
		expect(() => flattenIcon('const iconData = {"size":16,"node":[]};')).toThrow('16');
	});
});

describe('the console for Yjs', () => {
	it('has all that Yjs asks of it', () => {
		const yjs = readFileSync('node_modules/yjs/dist/yjs.mjs', 'utf8');
		const asked = new Set([...yjs.matchAll(/\blogging\.(\w+)/g)].map(([, name]) => name));
		expect([...asked].sort()).toEqual(['BOLD', 'ORANGE', 'RED', 'UNBOLD', 'print', 'warn']);
	});
});
