// Tells browsers that what pages start with is going to be called. Chromium otherwise reads each function twice, the second
// time when it is first called: for the Timeline that is 850 times, on the thread that is drawing it. With the hint it
// compiles the whole file while it comes, on another thread. For other browsers it is a comment.
// https://github.com/WICG/explicit-javascript-compile-hints-file-based

import type { Plugin } from 'vite';

export const HINT = '//# allFunctionsCalledOnLoad\n';

/** Files with fewer characters hold few functions, and the words count against what a page starts with. */
export const WORTH_IT = 4_000;

/** What a page or Kit itself starts from. */
const START = /^(nodes|entry)\//;

export interface BuiltFile {
	name: string;
	fileName: string;
	imports: readonly string[];
}

/** Names of the files that pages start with: they and all they import, without what is fetched later. */
export function findStart(files: readonly BuiltFile[]): Set<string> {
	const imports = new Map(files.map((file) => [file.fileName, file.imports]));
	const found = new Set(files.filter(({ name }) => START.test(name)).map((file) => file.fileName));
	for (const file of found) for (const next of imports.get(file) ?? []) found.add(next);
	return found;
}

/** For the build of the browser's side. Of a worker everything is called: it is begun to be used. */
export function compileHints(isWorker = false): Plugin {
	return {
		name: 'compile-hints',
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle: {
			// It counts on the first line alone, and the bundler puts its own there.
			order: 'post',
			handler(_, bundle) {
				const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
				const start = findStart(chunks);
				for (const chunk of chunks)
					if ((isWorker || start.has(chunk.fileName)) && chunk.code.length >= WORTH_IT)
						chunk.code = HINT + chunk.code;
			}
		}
	};
}
