// The walls of the house, checked on every file; each message says where the code should go.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judge } from './architecture/judge.ts';
import { readSource } from './architecture/read.ts';
import { usual } from './architecture/walls.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const readings = ['src', 'server', 'tests', 'scripts', 'drizzle']
	.flatMap(listSources)
	.map((file) => readSource(file, readFileSync(path.join(root, file), 'utf8')));

function listSources(folder: string): string[] {
	return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => `${folder}/${file.split(path.sep).join('/')}`)
		.filter((file) => /\.(ts|svelte|mjs)$/.test(file) && !file.includes('node_modules'));
}

describe('the house', () => {
	it('has every file in a room that may hold it', () => {
		expect(readings.flatMap(judge).join('\n')).toBe('');
	});

	it('keeps nine files in ten short', () => {
		const sorted = readings.toSorted((a, b) => a.lines - b.lines);
		const ninth = sorted[Math.floor(sorted.length * 0.9)];
		const message = `nine files in ten stay under ${usual} lines; ${ninth?.path} has ${ninth?.lines}`;
		expect(ninth?.lines, message).toBeLessThan(usual);
	});
});

describe('the checker itself', () => {
	const planted: [title: string, file: string, source: string, expected: RegExp][] = [
		[
			'a domain that imports',
			'src/lib/domain/x.ts',
			`import { a } from '#lib/model/a.ts';`,
			/domain must not import/
		],
		[
			'a type import',
			'src/lib/domain/x.ts',
			`import type { A } from '#lib/doc/a.ts';`,
			/take what you need as an argument/
		],
		[
			'a package in domain',
			'src/lib/domain/x.ts',
			`import * as v from 'valibot';`,
			/not even valibot/
		],
		[
			'a re-export',
			'src/lib/model/x.ts',
			`export * from '#lib/policy/can.ts';`,
			/model must not import/
		],
		[
			'an import in a type',
			'src/lib/policy/x.ts',
			`type A = import('#lib/doc/a.ts').A;`,
			/policy must not import/
		],
		[
			'an import at run time',
			'src/lib/doc/x.ts',
			`const a = await import('#lib/sync/a.ts');`,
			/connections and runes/
		],
		[
			'a component',
			'src/lib/ui/X.svelte',
			`<script lang="ts">\nimport { d } from '#lib/domain/days.ts';\n</script>`,
			/ui knows no domain/
		],
		[
			'chart beyond days',
			'src/lib/chart/x.ts',
			`import { a } from '#lib/domain/capacity.ts';`,
			/days and pixels/
		],
		[
			'server that draws',
			'server/x.ts',
			`import { writable } from 'svelte/store';`,
			/without a browser/
		],
		[
			'server that syncs',
			'server/x.ts',
			`import type { A } from '#lib/sync/a.ts';`,
			/never sees the browser/
		],
		[
			'a page that reads the server',
			'src/routes/x/+page.svelte',
			`<script>import type { A } from '#server/a.ts';</script>`,
			/\*\.server\.ts beside it/
		],
		[
			'a live object bundled twice',
			'src/routes/x/+page.server.ts',
			`import { db } from '#server/db/db.ts';`,
			/services\(\)/
		],
		[
			'an inline type, which still loads',
			'src/hooks.server.ts',
			`import { type A } from '#server/a.ts';`,
			/services\(\)/
		],
		[
			'two screens',
			'src/routes/(app)/b/[board]/board/x.ts',
			`import { y } from '../timeline/y.ts';`,
			/moves down to a room/
		],
		['yjs outside its doors', 'src/lib/policy/x.ts', `import * as Y from 'yjs';`, /one door/],
		[
			'a query elsewhere',
			'server/commands/x.ts',
			`import { eq } from 'drizzle-orm';`,
			/write a query in server\/db/
		],
		[
			'd3 that touches the page',
			'src/routes/x/X.svelte',
			`<script>import { drag } from 'd3-drag';</script>`,
			/attachment or a scale/
		],
		[
			'passwords elsewhere',
			'server/commands/x.ts',
			`import { hash } from '@node-rs/argon2';`,
			/server\/auth/
		],
		[
			'a Node module in the browser',
			'src/lib/sync/x.ts',
			`import fs from 'node:fs';`,
			/does not exist in a browser/
		],
		['the old alias', 'src/routes/x/+page.ts', `import { a } from '$lib/doc/a.ts';`, /write #lib/],
		['the old stores', 'src/lib/ui/x.ts', `import { page } from '$app/stores';`, /\$app\/state/],
		[
			'a way around the alias',
			'src/lib/doc/x.ts',
			`import { a } from '../domain/days.ts';`,
			/write #lib\/domain\/days\.ts/
		],
		['no extension', 'src/lib/doc/x.ts', `import { a } from './a';`, /lacks its extension/],
		['an unknown room', 'src/lib/stuff/x.ts', '', /no room has this place/],
		['a drawer', 'src/lib/doc/utils.ts', '', /belongs nowhere/],
		['a folder of drawers', 'server/shared/x.ts', '', /belongs nowhere/],
		['a component in small letters', 'src/lib/ui/button.svelte', '', /PascalCase/],
		['a module in capitals', 'src/lib/doc/boardDoc.ts', '', /kebab-case/],
		['any', 'src/lib/doc/x.ts', 'const a: any = 1;', /type any/],
		['any in markup', 'src/lib/ui/X.svelte', '<p>{(a as any).b}</p>', /type any/],
		[
			'a field that forgets',
			'src/routes/x/X.svelte',
			`<input {...props} name="from" onblur={() => ({ a: 1 })} value={day} />`,
			/loses what is typed/
		],
		[
			'a tick that forgets',
			'src/routes/x/X.svelte',
			'<input type="checkbox" name="on" checked={isOn} />',
			/defaultChecked/
		],
		[
			'the clock in a rule',
			'src/lib/domain/x.ts',
			'export const a = () => new Date();',
			/take today/
		],
		[
			'chance in a rule',
			'src/lib/policy/x.ts',
			'export const a = () => Math.random();',
			/Math\.random/
		],
		['unfinished work', 'server/x.ts', '// TODO: later', /unfinished/],
		['a long file', 'server/x.ts', '\n'.repeat(400) + 'x', /401 lines/],
		[
			'a test that ships',
			'server/x.ts',
			`import { a } from '../tests/build.ts';`,
			/only tests may import/
		]
	];

	it.each(planted)('sees %s', (_title, file, source, expected) => {
		const faults = judge(readSource(file, source));
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatch(expected);
		expect(faults[0]).toContain(file);
	});

	const allowed: [title: string, file: string, source: string][] = [
		['the same room', 'src/lib/domain/x.ts', `import { a } from './days.ts';`],
		[
			'a room below',
			'src/lib/doc/x.ts',
			`import { a } from '#lib/domain/days.ts'; import * as Y from 'yjs';`
		],
		[
			'days in chart',
			'src/lib/chart/x.ts',
			`import { a } from '#lib/domain/days.ts'; import { drag } from 'd3';`
		],
		[
			'types from the server',
			'src/routes/x/+page.server.ts',
			`import type { A } from '#server/a.ts';`
		],
		[
			'the live objects',
			'src/routes/x/+server.ts',
			`import { services } from '#server/services.ts';`
		],
		[
			'the card',
			'src/routes/(app)/b/[board]/board/X.svelte',
			`<script>import C from '../card/Card.svelte';</script>`
		],
		[
			'a layout above',
			'src/routes/(app)/b/[board]/board/x.ts',
			`import { y } from '../board-context.ts';`
		],
		['generated types', 'src/routes/x/+page.ts', `import type { PageLoad } from './$types';`],
		[
			'a test with tools',
			'src/lib/domain/x.test.ts',
			`import { it } from 'vitest'; import fs from 'node:fs';`
		],
		['a given day', 'src/lib/domain/x.ts', 'export const a = (day: string) => new Date(day);'],
		['the word any in text', 'src/lib/ui/X.svelte', '<p>Drop it on any column: any will do.</p>'],
		[
			'fields that keep what is typed',
			'src/routes/x/X.svelte',
			`<input name="a" bind:value /><input name="b" defaultValue={b} /><input type="hidden" name="c" value={c} />
			<input type="radio" name="d" value={d} defaultChecked={isD} />`
		],
		['a suite of two tests', 'server/db/log-suite.ts', `import { a } from '../../tests/build.ts';`]
	];

	it.each(allowed)('lets %s pass', (_title, file, source) => {
		expect(judge(readSource(file, source))).toEqual([]);
	});
});
