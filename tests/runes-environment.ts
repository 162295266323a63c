// A vitest environment without a DOM in which Svelte modules are compiled for the browser, so that runes react.
import type { Environment } from 'vitest/runtime';

export default {
	name: 'runes',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => undefined })
} satisfies Environment;
