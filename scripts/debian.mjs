// Installs one Debian package where that is ours to do: as root, on a system with apt-get.
import { existsSync } from 'node:fs';
import { runChild } from './child.mjs';
import { say, sayWhile } from './progress.mjs';

const quiet = { collect: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };

/** Resolves to whether the package is installed now. Does nothing without root or without apt-get. */
export async function installDebian(name) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
	say(`Installing the Debian package ${name}`);
	const stop = sayWhile(() => `Installing ${name}`, 10_000);
	const install = () =>
		runChild('apt-get', ['install', '-y', '--no-install-recommends', name], quiet);
	let result = await install();
	if (result.code !== 0) {
		await runChild('apt-get', ['update'], quiet);
		result = await install();
	}
	stop();
	if (result.code !== 0)
		say(`apt-get could not install ${name}: ${result.output.trim().split('\n').pop()}`);
	return result.code === 0;
}
