// What every screen of a board needs is sent as one file, what the Board alone adds as another, and the controls it has in
// common with other pages as a third: many small files compress worse than one, and each names all it needs. So are the
// verbs, which every screen fetches next: in a dozen files they come a twentieth of a second later. Everything else stays
// as the bundler cuts it, so that nobody loads code of a screen they have not opened. What is fetched later names itself
// what it needs: the Board would carry the names of some hundred files that it may never open.

import path from 'node:path';
import type { Plugin } from 'vite';

type Graph = Pick<Map<string, readonly string[]>, 'get' | 'keys'>;

const BOARD = 'src/routes/(app)/b/[board]/';
/** A component that is a page of its own, or around pages; the gallery of controls is nobody's way. */
const PAGE = /\/src\/routes\/(?!kit\/).*\+(page|layout|error)\.svelte$/;
/** Each is large, is used by many pages, and changes on another day than ours; or is a helper of the bundler itself. */
const LARGE = /^\0|\/node_modules\/(svelte|@sveltejs\/kit|yjs)\//;
/** What Kit starts every page with. */
const ENTRY = /^entry\/(start|app)$/;
const CONTROL = /\/src\/lib\/ui\/|\/node_modules\/@lucide\//;
/** What keeps a board on the device: the account page needs all of it too. */
const KEPT = /\/src\/lib\/sync\/|\/node_modules\/(y-indexeddb|lib0)\//;
/** What binds all verbs. */
const DESK = /\/src\/lib\/sync\/desk\.ts$/;
const YJS = /\/node_modules\/yjs\//;
/** Kit's own beginning of every page. */
const ENTRY_MODULE = /\/client\/entry\.js$|\/client-optimized\/app\.js$/;
/** The pages around and instead of all others, and what Kit takes for a layout that is not written. */
const ROOT_PAGE =
	/\/src\/routes\/\+(layout|error)\.svelte$|\/runtime\/components\/.*layout\.svelte$/;

/** The modules of a chunk, before the bundler's own cuts. */
export interface Cut {
	/** What every page starts with. */
	everywhere: Set<string>;
	/** Yjs and what it needs. */
	document: Set<string>;
	/** What keeps a board on the device. */
	kept: Set<string>;
	/** Controls that the Board starts with and that other pages use too. */
	controls: Set<string>;
	/** What else pages outside of boards use, now or later. */
	elsewhere: Set<string>;
	/** What all screens of a board need, and what the Board shares with another. */
	shell: Set<string>;
	/** What only the Board starts with. */
	board: Set<string>;
	/** The verbs: every screen of a board fetches them after its first picture. */
	desk: Set<string>;
}

/** The given modules and all they import. */
function reach(from: Iterable<string>, imports: Graph): Set<string> {
	const found = new Set(from);
	for (const id of found) for (const next of imports.get(id) ?? []) found.add(next);
	return found;
}

const pick = (ids: Iterable<string>, isWanted: (id: string) => boolean): Set<string> =>
	new Set([...ids].filter(isWanted));

/** Cuts the modules that the Board starts with. `all` are the imports with those that are fetched later. */
export function cutBoard(statics: Graph, all: Graph): Cut {
	const ids = [...statics.keys()];
	const pages = ids.filter((id) => PAGE.test(id));
	const isBoard = (id: string): boolean => id.endsWith(`${BOARD}board/+page.svelte`);
	const large = reach(
		ids.filter((id) => LARGE.test(id)),
		statics
	);
	const elsewhere = reach(
		pages.filter((id) => !id.includes(BOARD)),
		all
	);
	const others = reach(
		pages.filter((id) => !isBoard(id)),
		all
	);
	const around = pages.filter((id) => id.endsWith(`${BOARD}+layout.svelte`));
	const start = reach([...around, ...pages.filter(isBoard)], statics);
	const own = pick(start, (id) => !elsewhere.has(id) && !large.has(id));
	const begin = ids.filter((id) => ENTRY_MODULE.test(id) || ROOT_PAGE.test(id));
	const everywhere = pick(reach(begin, statics), (id) => !ENTRY_MODULE.test(id));
	const document = pick(
		reach(
			ids.filter((id) => YJS.test(id)),
			statics
		),
		(id) => !everywhere.has(id)
	);
	const shared = pick(start, (id) => elsewhere.has(id) && !document.has(id));
	const controls = pick(shared, (id) => CONTROL.test(id));
	const kept = pick(shared, (id) => KEPT.test(id));
	const desk = reach(
		ids.filter((id) => DESK.test(id)),
		statics
	);
	return {
		everywhere,
		document,
		kept,
		controls,
		elsewhere: pick([...elsewhere, ...large], (id) => !controls.has(id)),
		shell: pick(own, (id) => others.has(id)),
		board: pick(own, (id) => !others.has(id)),
		desk: pick(desk, (id) => !start.has(id) && !elsewhere.has(id) && !large.has(id))
	};
}

/** All files that a file needs and does not name itself, without those that every page starts with. */
export function findFurther(
	file: string,
	imports: Graph,
	everywhere: ReadonlySet<string>
): string[] {
	const named = new Set([file, ...(imports.get(file) ?? [])]);
	return [...reach(named, imports)].filter((one) => !named.has(one) && !everywhere.has(one));
}

/** As Kit names them, but flat: the bundler's own cuts are named after pages, and a style finds its fonts beside itself. */
function assetFileNames({ names: [name = 'asset'] }: { names: string[] }): string {
	const flat = name.replace(/\.[^.]*$|~.*/, '').replaceAll('/', '-');
	return `_app/immutable/assets/${flat}.[hash][extname]`;
}

/** For the build of the browser's side; the server's is left alone. */
export function shellChunk(): Plugin {
	let cut: Cut | undefined;
	const isIn = (name: keyof Cut) => (id: string) => cut?.[name].has(id) ?? false;
	// A group takes along what its modules import, unless an earlier one has it. Entries-aware is the bundler's own cut.
	const groups = [
		{ name: 'everywhere', test: isIn('everywhere'), priority: 9 },
		{ name: 'document', test: isIn('document'), priority: 8 },
		{ name: 'large', test: LARGE, entriesAware: true, priority: 7 },
		{ name: 'kept', test: isIn('kept'), priority: 6 },
		{ name: 'controls', test: isIn('controls'), priority: 5 },
		{ name: 'elsewhere', test: isIn('elsewhere'), entriesAware: true, priority: 4 },
		{ name: 'shell', test: isIn('shell'), priority: 3 },
		{ name: 'board', test: isIn('board'), priority: 2 },
		{ name: 'desk', test: isIn('desk'), priority: 1 }
	];
	return {
		name: 'shell-chunk',
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
		config: (config) =>
			config.build?.ssr
				? null
				: {
						build: {
							rolldownOptions: { output: { codeSplitting: { groups }, assetFileNames } }
						}
					},
		buildEnd() {
			const statics = new Map<string, readonly string[]>();
			const all = new Map<string, readonly string[]>();
			for (const id of this.getModuleIds()) {
				const info = this.getModuleInfo(id);
				statics.set(id, info?.importedIds ?? []);
				all.set(id, [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])]);
			}
			cut = cutBoard(statics, all);
		},
		// All at once instead of one after the other, each telling of the next: naming a file twice runs it once.
		generateBundle(_, bundle) {
			const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
			const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
			const filesOf = (isOne: RegExp): string[] =>
				chunks.filter(({ name }) => isOne.test(name)).map(({ fileName }) => fileName);
			const everywhere = reach(filesOf(ENTRY), imports);
			const opening = reach([...everywhere, ...filesOf(/^(shell|board)$/)], imports);
			for (const chunk of chunks) {
				const further = findFurther(chunk.fileName, imports, everywhere);
				// The page that the server sends names what the Board starts with.
				if (further.every((file) => opening.has(file))) continue;
				const folder = path.posix.dirname(chunk.fileName);
				const names = further.map((file) => path.posix.relative(folder, file));
				// On a line of their own: the last one may be a comment.
				chunk.code += `\n${names.map((name) => `import"${name.replace(/^(?!\.)/, './')}";`).join('')}`;
			}
		}
	};
}
