// Installs what package-lock.json names, when node_modules does not hold it already. Never changes the lock file.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './child.mjs';
import { say, sayWhile } from './progress.mjs';

const marker = path.join('node_modules', '.plimsoll-lock');
const installed = path.join('node_modules', '.package-lock.json');

/** Brings node_modules in line with the lock file. Returns false, after saying why, when that failed. */
export async function installWhenStale() {
	const text = readFileSync('package-lock.json', 'utf8');
	const hash = createHash('sha256')
		.update(`${process.platform} ${process.arch}\n${text}`)
		.digest('hex');
	if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return true;

	const wanted = listPackages(JSON.parse(text));
	if (!isInstalled(wanted) && !(await install(wanted))) return false;
	writeFileSync(marker, hash);
	return true;
}

/** Lists the packages of a lock file that belong on this platform: `[place, entry]`. */
function listPackages(lock) {
	return Object.entries(lock.packages).filter(
		([place, entry]) =>
			place && !entry.link && fits(entry.os, process.platform) && fits(entry.cpu, process.arch)
	);
}

/** A package names the platforms it is for (`linux`) or not for (`!win32`), or none. */
function fits(names, platform) {
	const list = [names ?? []].flat();
	return (
		list.includes(platform) ||
		(!list.includes(`!${platform}`) && list.every((name) => name.startsWith('!')))
	);
}

/** npm notes what it has put down at the end of a successful install; an interrupted one leaves no note. */
function isInstalled(wanted) {
	if (!existsSync(installed)) return false;
	const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
	return wanted.every(([place, entry]) =>
		present[place]
			? present[place].version === entry.version
			: Boolean(entry.optional || entry.peer)
	);
}

async function install(wanted) {
	say(`Installing ${wanted.length} packages (only the first time, and when the lock file changes)`);
	const count = () =>
		wanted.filter(([place]) => existsSync(path.join(place, 'package.json'))).length;
	const stop = sayWhile(() => `Installing: ${count()} of ${wanted.length} packages are here`);
	const { program, args, shell } = findNpm();
	const { code, output } = await runChild(
		program,
		[
			...args,
			'ci',
			'--include=dev',
			'--include=optional',
			'--no-audit',
			'--no-fund',
			'--loglevel=error'
		],
		{ collect: true, shell }
	);
	stop();
	if (code === 0) {
		say('Packages are installed');
		return true;
	}
	say(`npm ci failed with code ${code}:\n${output.trim()}`);
	say(
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output)
			? 'npm could not reach its registry. Check the network or the proxy (npm config get registry), then run the same command again.'
			: 'Nothing else was tried. Mend what npm names above, then run the same command again.'
	);
	return false;
}

/** The npm that started us if one did, run by the machine's Node: the project's own is about to be replaced. */
function findNpm() {
	const cli = process.env.npm_execpath;
	if (cli && path.basename(cli) === 'npm-cli.js') {
		const beside = path.resolve('node_modules');
		const candidates = [process.env.npm_node_execpath, process.execPath];
		const node = candidates.find((each) => each && !each.startsWith(beside)) ?? process.execPath;
		return { program: node, args: [cli], shell: false };
	}
	return { program: 'npm', args: [], shell: process.platform === 'win32' };
}
