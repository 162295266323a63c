// npm runs a script through a shell and, when it is told to stop, ends only that shell. This module, loaded first, notices
// that the shell is gone and tells its own process to stop as if it had been asked itself. Without npm it does nothing.
if (process.env.npm_lifecycle_event) {
	const shell = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(timer);
		process.kill(process.pid, 'SIGTERM');
	}, 500);
	timer.unref();
}
