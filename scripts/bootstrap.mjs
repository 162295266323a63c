// The one way in: `node scripts/bootstrap.mjs <command> [arguments]`, on any Node from 20 on and with nothing installed.
// Installs the packages the lock file names, moves over to the project's own Node, then runs scripts/<command>.mjs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { becomeProcess } from './child.mjs';
import './end-with-npm.mjs';
import { installWhenStale } from './install.mjs';
import { mendPackages } from './mend-packages.mjs';
import { findProjectNode, isFitNode, OLDEST_NODE } from './node.mjs';
import { say } from './progress.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const commands = ['start', 'dev', 'build', 'check', 'test', 'bench', 'compact'];

const [command, ...rest] = process.argv.slice(2);
if (!command || !commands.includes(command)) {
	say(`"${command ?? ''}" is not a command. Use one of: ${commands.join(', ')}.`);
	process.exit(2);
}
process.chdir(path.dirname(here));

if (!(await installWhenStale())) process.exit(1);
mendPackages();

const own = findProjectNode();
if (own && own !== process.execPath) {
	await becomeProcess(own, [path.join(here, 'bootstrap.mjs'), command, ...rest]);
} else if (!isFitNode(process.versions.node)) {
	say(
		`This is Node ${process.versions.node}, the project needs ${OLDEST_NODE} or newer, and its own copy cannot run on ` +
			`${process.platform}-${process.arch}${existsSync('/etc/alpine-release') ? ' (musl)' : ''}. ` +
			`Install Node 24 from https://nodejs.org and run the same command again.`
	);
	process.exit(1);
} else {
	const { run } = await import(`./${command}.mjs`);
	process.exitCode = await run(rest);
}
