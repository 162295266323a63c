import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const base = 'https://plan.example/_app/immutable/chunks/page.js';
const at = (name: string): string => new URL(name, base).href;

/** What is behind each address; without an entry there is nothing. */
let files: Record<string, string>;
let isAway: boolean;
/** Already in the page. */
let loaded: string[];
let asked: string[];

/** The names of what was asked for, in any order. */
const names = (): string[] => asked.map((href) => href.split('/').at(-1)!).sort();

let importLate: typeof import('./late-code.ts').importLate;

beforeEach(async () => {
	vi.resetModules();
	[files, isAway, loaded, asked] = [{}, false, [], []];
	({ importLate } = await import('./late-code.ts'));
	vi.useFakeTimers();
	vi.stubGlobal('navigator', {});
	vi.spyOn(performance, 'getEntriesByName').mockImplementation((href) =>
		loaded.includes(href) ? ([{ responseStatus: 200 }] as unknown as PerformanceEntryList) : []
	);
	vi.stubGlobal('fetch', (href: string) => {
		asked.push(href);
		const body = files[href];
		if (isAway) return Promise.reject(new TypeError('Failed to fetch'));
		return Promise.resolve(new Response(body ?? null, { status: body === undefined ? 404 : 200 }));
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const start = (load: () => Promise<string>, ...wanted: string[]): Promise<string> =>
	importLate(load, wanted, base);

describe('code that is fetched late', () => {
	it('is imported once its bytes are here, and those of all it imports', async () => {
		files[at('late.js')] = 'import{a as e}from"./one.js";import"./two.js";export{e};';
		files[at('one.js')] = 'import*as t from"../nodes/three.js";import"./late.js";';
		files[at('two.js')] = files[at('../nodes/three.js')] = '';
		loaded = [at('two.js')];
		const load = vi.fn(() => Promise.resolve(names().join(' ')));
		await expect(start(load, './late.js')).resolves.toBe('late.js one.js three.js');
	});

	it('is asked for until the network is back, and not imported before', async () => {
		files[at('late.js')] = 'import"./one.js";';
		files[at('one.js')] = '';
		isAway = true;
		const load = vi.fn(() => Promise.resolve('here'));
		const coming = start(load, './late.js');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(asked.length).toBeGreaterThan(10);
		expect(load).not.toHaveBeenCalled();
		isAway = false;
		await vi.advanceTimersByTimeAsync(10_000);
		await expect(coming).resolves.toBe('here');
		expect(load).toHaveBeenCalledOnce();
	});

	it('that is there no more is left for the import to tell of', async () => {
		const load = vi.fn(() => Promise.reject(new TypeError('gone')));
		await expect(start(load, './late.js')).rejects.toThrow('gone');
		expect(names()).toEqual(['late.js']);
	});

	it('is asked for once by all that need it, and not at all where a worker has kept it', async () => {
		files[at('late.js')] = '';
		const load = () => Promise.resolve('here');
		const { importLate } = await import('./late-code.ts');
		await Promise.all([
			importLate(load, ['./late.js'], base),
			importLate(load, ['./late.js'], base)
		]);
		await importLate(load, ['./late.js'], base);
		expect(names()).toEqual(['late.js']);
		vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
		await start(load, './other.js');
		expect(names()).toEqual(['late.js']);
	});
});
