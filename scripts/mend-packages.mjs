// Mends faults of packages for which no release is out yet, after every install. Each mend names the version it was made
// for; when that moves on, scripts.test.ts asks whether it is still needed.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `was` stands once in the file; `is` comes instead. */
export const mends = [
	{
		package: 'postgres',
		version: '3.4.9',
		file: 'src/index.js',
		// https://github.com/porsager/postgres/issues/1216: what a transaction does after its connection has closed would be
		// done on whatever that connection is used for next, by itself or in somebody else's transaction.
		steps: [
			{
				was: '        new Promise((_, reject) => connection.onclose = reject)\n',
				is:
					'        new Promise((_, reject) => connection.onclose = (error) => {\n' +
					'          lost = error\n' +
					'          while (queries.length) queries.shift().reject(error)\n' +
					'          reject(error)\n' +
					'        })\n'
			},
			{
				was: '      , connection\n      , prepare = null\n',
				is: '      , connection\n      , lost = null\n      , prepare = null\n'
			},
			{
				was: '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
				is:
					'        q.catch(e => uncaughtError || (uncaughtError = e))\n' +
					'        if (lost) return q.reject(lost)\n'
			}
		]
	},
	{
		package: 'postgres',
		version: '3.4.9',
		file: 'src/connection.js',
		// https://github.com/porsager/postgres/issues/1208 and 1216: a connection that closed keeps bytes it never sent, the
		// timer that would send them, the statement that was running and its error. The next connection in its place then
		// sends nothing, or answers the wrong statement.
		steps: [
			{
				was: '  async function closed(hadError) {\n',
				is: '  async function closed(hadError) {\n    chunk = errorResponse = null\n'
			},
			{
				was: "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
				is:
					"    if (query || sent.length) error(Errors.connection('CONNECTION_CLOSED', options, socket))\n" +
					'    query = results = null\n' +
					'    result = new Result()\n'
			},
			// https://github.com/porsager/postgres/issues/1193: who is turned away at once would come again at once, for ever.
			{
				was: '    if (initial)\n      return reconnect()\n',
				is:
					'    if (initial) {\n' +
					'      closedTime = performance.now()\n' +
					"      delay = (typeof backoff === 'function' ? backoff(options.shared.retries++) : backoff) * 1000\n" +
					'      return reconnect()\n' +
					'    }\n'
			},
			{
				was: '    clearImmediate(nextWriteTimer)\n    socket.removeListener(',
				is: '    clearImmediate(nextWriteTimer)\n    nextWriteTimer = null\n    socket.removeListener('
			}
		]
	}
];

/** Returns the text with every step made; as it is where they were made before. Throws where one does not fit. */
export function mend(text, steps) {
	let mended = text;
	for (const { was, is } of steps) {
		if (mended.includes(is)) continue;
		if (mended.split(was).length !== 2)
			throw new RangeError(`"${was.trim()}" does not stand there exactly once.`);
		mended = mended.replace(was, () => is);
	}
	return mended;
}

function mendFile(place, text, steps) {
	try {
		return mend(text, steps);
	} catch (error) {
		throw new Error(
			`${place}: ${error.message} Run npm ci, which puts it back as it was released.`,
			{
				cause: error
			}
		);
	}
}

/** Mends what is installed under a folder. Other versions are left alone. Throws where a file is not as expected. */
export function mendPackages(root = 'node_modules') {
	for (const { package: name, version, file, steps } of mends) {
		const folder = path.join(root, name);
		const installed = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
		if (installed !== version) continue;
		const place = path.join(folder, file);
		const text = readFileSync(place, 'utf8');
		const mended = mendFile(place, text, steps);
		if (mended === text) continue;
		// Written aside and moved: the file may be a link to one that others share.
		writeFileSync(`${place}.mended`, mended);
		renameSync(`${place}.mended`, place);
	}
}
