import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';
import { readSettings } from './settings.ts';

describe('settings', () => {
	it('has defaults that serve this machine only', () => {
		expect(readSettings({})).toMatchObject({
			host: '127.0.0.1',
			port: 3000,
			databaseUrl: undefined,
			dataDir: path.resolve('data'),
			origins: ['http://127.0.0.1:3000', 'http://localhost:3000'],
			originFixed: false,
			demo: false
		});
	});

	it('takes one origin when ORIGIN says so', () => {
		const { origins, originFixed } = readSettings({ ORIGIN: 'https://plan.example.org/' });
		expect({ origins, originFixed }).toEqual({
			origins: ['https://plan.example.org'],
			originFixed: true
		});
	});

	it('names every variable it cannot use, in one error', () => {
		const env = {
			PORT: '70000',
			DATABASE_URL: 'mysql://x',
			ORIGIN: 'plan.example.org',
			PLIMSOLL_DEMO: 'yes',
			PLIMSOLL_TODAY: '2026-02-31',
			LOG_LEVEL: 'loud'
		};
		expect(() => readSettings(env)).toThrow(
			/PORT(.|\n)*DATABASE_URL(.|\n)*ORIGIN(.|\n)*PLIMSOLL_DEMO(.|\n)*PLIMSOLL_TODAY(.|\n)*LOG_LEVEL/
		);
	});

	it('fixes today in the demo only', () => {
		expect(() => readSettings({ PLIMSOLL_TODAY: '2026-03-02' })).toThrow(/PLIMSOLL_DEMO=1/);
		const settings = readSettings({ PLIMSOLL_DEMO: '1', PLIMSOLL_TODAY: '2026-03-02' });
		expect(createClock(settings).today('Pacific/Auckland')).toBe('2026-03-02');
	});
});

describe('the clock', () => {
	const clock = createClock({ demo: false, today: undefined }, () =>
		Date.parse('2026-03-01T23:30:00Z')
	);

	it('knows that it is another day elsewhere', () => {
		expect(clock.today()).toBe('2026-03-01');
		expect(clock.today('')).toBe('2026-03-01');
		expect(clock.today('Europe/Berlin')).toBe('2026-03-02');
		expect(clock.today('America/New_York')).toBe('2026-03-01');
	});

	it('refuses a time zone nobody knows', () => {
		expect(() => clock.today('Mars/Olympus')).toThrow(/time zone/i);
	});
});
