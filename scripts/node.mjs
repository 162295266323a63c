// Which Node runs the project: the one npm put into node_modules, or the machine's own when it is new enough.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The first release that runs TypeScript files as they are. */
export const OLDEST_NODE = '22.18.0';

/** Returns whether a version such as `24.21.0` can run the project. */
export function isFitNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** Returns the real path of the project's own Node, or undefined when this platform has none that runs. */
export function findProjectNode() {
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const binary = path.resolve(
		'node_modules',
		name,
		'bin',
		process.platform === 'win32' ? 'node.exe' : 'node'
	);
	if (!existsSync(binary)) return undefined;
	const real = realpathSync(binary);
	if (real === process.execPath) return real;
	const answer = spawnSync(real, ['--version'], { encoding: 'utf8' });
	return answer.status === 0 && isFitNode(answer.stdout.trim().slice(1)) ? real : undefined;
}
