// Plain progress lines with the seconds since the command began, counted on across the change of Node.
// Writes to standard error, so that what a command prints stays its own.
const began = Number((process.env.PLIMSOLL_BEGAN ??= String(Date.now())));

/** Prints one line: `[  12 s] text`. */
export function say(text) {
	const seconds = Math.round((Date.now() - began) / 1000);
	process.stderr.write(`[${String(seconds).padStart(4)} s] ${text}\n`);
}

/** Calls `text()` every `everyMs` and prints what it returns; gives back the function that stops it. */
export function sayWhile(text, everyMs = 5000) {
	const timer = setInterval(() => say(text()), everyMs);
	return () => clearInterval(timer);
}
