// RULES.md and the tests keep each other honest: every rule is quoted, every quoted rule exists.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const RULE = /\b(?:D|C|F|L|S|GT|P|M|DP|CA|RE)-\d+\b/g;
/** The name given to describe, it or test, also with .each, .skipIf and the like. */
const TITLE =
	/\b(?:describe|it|test)(?:\.\w+(?:\([^()]*\))?)*\s*\(\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`)/g;

function testFiles(folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFiles(path);
		return entry.name.endsWith('.test.ts') ? [path] : [];
	});
}

function quotedRules(): Map<string, string> {
	const quoted = new Map<string, string>();
	for (const file of ['src', 'server', 'tests'].flatMap(testFiles)) {
		const source = readFileSync(join(root, file), 'utf8');
		for (const title of source.matchAll(TITLE))
			for (const [rule] of (title[1] ?? title[2] ?? title[3] ?? '').matchAll(RULE))
				quoted.set(rule, file);
	}
	return quoted;
}

function writtenRules(): string[] {
	const text = readFileSync(join(import.meta.dirname, 'RULES.md'), 'utf8');
	return [...text.matchAll(/^- \*\*((?:D|C|F|L|S|GT|P|M|DP|CA|RE)-\d+)\*\*/gm)].map(
		(match) => match[1]!
	);
}

describe('RULES.md', () => {
	it('lists each rule once, under its own heading', () => {
		const rules = writtenRules();
		expect(rules.length).toBeGreaterThan(40);
		expect([...new Set(rules)]).toEqual(rules);
	});

	it('has every rule quoted by the name of a test', () => {
		const quoted = quotedRules();
		expect(writtenRules().filter((rule) => !quoted.has(rule))).toEqual([]);
	});

	it('has every rule that a test quotes', () => {
		const written = new Set(writtenRules());
		const unknown = [...quotedRules()].filter(([rule]) => !written.has(rule));
		expect(unknown.map(([rule, file]) => `${rule} in ${file}`)).toEqual([]);
	});
});
