// Reads one source file: what it imports, and the words and calls that some rooms must not hold.
import ts from 'typescript';

/** One import. `typeOnly` is true for `import type`, `export type` and `import('x').T`: nothing of it runs. */
export interface Import {
	specifier: string;
	typeOnly: boolean;
}

/** What the judge needs to know about a file. */
export interface Reading {
	path: string;
	lines: number;
	imports: Import[];
	/** How often the type `any` is written. */
	anys: number;
	/** Calls that ask for the clock or for chance, as written. */
	impure: string[];
	/** Notes to oneself and switched-off checks, as written. */
	notes: string[];
	/** Fields of forms, by their tag, that would be written anew when the page's code takes them over. */
	overwritten: string[];
}

const note = /\b(TODO|FIXME)\b|eslint-disable|@ts-(ignore|nocheck|expect-error)/g;
const impureCalls = [
	'Date.now',
	'Math.random',
	'performance.now',
	'crypto.randomUUID',
	'crypto.getRandomValues'
];

/** Reads a `.ts`, `.mjs` or `.svelte` file. In a component the scripts are parsed, the markup is searched for `any`. */
export function readSource(path: string, source: string): Reading {
	const { script, markup } = path.endsWith('.svelte')
		? splitComponent(source)
		: { script: source, markup: '' };
	const reading: Reading = {
		path,
		lines: source.trimEnd().split('\n').length,
		imports: [],
		anys: markup.match(/(\bas|[:<,|])\s*any\b/g)?.length ?? 0,
		impure: [],
		notes: source.match(note) ?? [],
		overwritten: path.endsWith('.svelte') ? listOverwritten(source) : []
	};
	visit(
		ts.createSourceFile(path.replace(/\.svelte$/, '.ts'), script, ts.ScriptTarget.Latest, true),
		reading
	);
	return reading;
}

/** A tag whose attributes may hold braces in braces, as `onchange={() => ({ a: 1 })}` does. */
const field = /<(?:input|textarea)\b(?:[^{}>]|\{(?:[^{}]|\{[^{}]*\})*\})*>/g;

function listOverwritten(source: string): string[] {
	return (source.match(field) ?? []).filter((tag) => {
		const isTyped = /\sname=|\{name\}/.test(tag) && !/type="(hidden|radio)"/.test(tag);
		const isPicked = /type="(radio|checkbox)"/.test(tag) && !/\sonchange=/.test(tag);
		return (
			(isTyped && !isPicked && /\s(value=\{|\{value\})/.test(tag)) ||
			(isPicked && /\schecked=\{/.test(tag))
		);
	});
}

function splitComponent(source: string): { script: string; markup: string } {
	const scripts: string[] = [];
	const markup = source
		.replace(/<style[\s>][\s\S]*?<\/style>/g, '')
		.replace(/<script(?:\s[^>]*)?>([\s\S]*?)<\/script>/g, (_whole, script: string) => {
			scripts.push(script);
			return '';
		});
	return { script: scripts.join('\n'), markup: [...markup.matchAll(/\{[^}]*\}/g)].join('\n') };
}

function visit(node: ts.Node, reading: Reading): void {
	const found = findImport(node);
	if (found) reading.imports.push(found);
	if (node.kind === ts.SyntaxKind.AnyKeyword) reading.anys += 1;
	const impure = findImpure(node);
	if (impure) reading.impure.push(impure);
	ts.forEachChild(node, (child) => visit(child, reading));
}

function findImport(node: ts.Node): Import | undefined {
	if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
		return {
			specifier: node.moduleSpecifier.text,
			typeOnly: node.importClause?.isTypeOnly ?? false
		};
	}
	if (
		ts.isExportDeclaration(node) &&
		node.moduleSpecifier &&
		ts.isStringLiteral(node.moduleSpecifier)
	) {
		return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
	}
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
		const { literal } = node.argument;
		return ts.isStringLiteral(literal) ? { specifier: literal.text, typeOnly: true } : undefined;
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		const [target] = node.arguments;
		return target && ts.isStringLiteralLike(target)
			? { specifier: target.text, typeOnly: false }
			: undefined;
	}
	return undefined;
}

function findImpure(node: ts.Node): string | undefined {
	if (ts.isPropertyAccessExpression(node)) {
		const written = `${node.expression.getText()}.${node.name.text}`;
		return impureCalls.includes(written) ? written : undefined;
	}
	const isToday =
		ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
	return isToday ? 'new Date()' : undefined;
}
