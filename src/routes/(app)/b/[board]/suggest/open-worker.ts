// Starts the worker that looks for suggestions; Vite finds it by this very expression.

export function openWorker(): Worker {
	return new Worker(new URL('./suggest-worker.ts', import.meta.url), { type: 'module' });
}
