import { describe, expect, it } from 'vitest';
import { findDemoRole, isDemoDoorOpen } from './demo-door.ts';

const here = { address: '127.0.0.1', hostname: 'localhost', forwarded: false };

describe('the one-click sign-in of the demo', () => {
	it('is open to a browser on the machine itself', () => {
		for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
			expect(isDemoDoorOpen({ demo: true }, { ...here, address })).toBe(true);
	});

	it('is shut outside the demo, from elsewhere, under another name and behind a proxy', () => {
		expect(isDemoDoorOpen({ demo: false }, here)).toBe(false);
		const others = [
			{ address: '10.0.0.4' },
			{ address: '127.0.0.1.evil' },
			{ address: '' },
			{ hostname: 'plan.example.org' },
			{ forwarded: true }
		];
		for (const other of others)
			expect(isDemoDoorOpen({ demo: true }, { ...here, ...other })).toBe(false);
	});

	it('knows the demo’s own logins', () => {
		expect(findDemoRole('planner@demo.example')).toBe('planner');
		expect(findDemoRole('planner@demo.example.org')).toBeNull();
	});
});
