// Starts other programs in the caller's process group and hands their end on: exit code, or 128 + the signal's number.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end with this process's own input and output.
 * Options: `env` adds to the environment, `collect` gathers the output instead of showing it, `cwd`, `shell`, and
 * `limitMs`, after which it is ended.
 * Resolves to `{ code, output }`; a program that cannot start has code 127. Never rejects.
 */
export function runChild(program, args, options = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: options.collect ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			shell: options.shell ?? false,
			timeout: options.limitMs
		});
		let output = '';
		child.stdout?.on('data', (piece) => (output += piece));
		child.stderr?.on('data', (piece) => (output += piece));
		const letGo = forwardSignals(child);
		child.once('error', (error) => {
			letGo();
			resolve({ code: 127, output: `${program}: ${error.message}` });
		});
		child.once('close', (code, signal) => {
			letGo();
			resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output });
		});
	});
}

/**
 * Turns this process into `program`: the same process id where the system can replace a process image, otherwise a
 * child whose signals and exit code are this process's own. Does not return.
 */
export async function becomeProcess(program, args) {
	if (typeof process.execve === 'function' && process.platform !== 'win32') {
		process.execve(program, [program, ...args], process.env);
	}
	const child = spawn(program, args, { stdio: 'inherit' });
	forwardSignals(child);
	const code = await new Promise((resolve) => {
		child.once('error', (error) => {
			process.stderr.write(`${program}: ${error.message}\n`);
			resolve(127);
		});
		child.once('exit', (exit, signal) => resolve(exit ?? 128 + (constants.signals[signal] ?? 0)));
	});
	process.exit(code);
}

function forwardSignals(child) {
	const handlers = forwarded.map((signal) => {
		// A terminal's Ctrl-C reaches the whole process group by itself.
		const pass = () =>
			signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal);
		process.on(signal, pass);
		return () => process.off(signal, pass);
	});
	return () => handlers.forEach((off) => off());
}
