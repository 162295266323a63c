import { describe, expect, it } from 'vitest';
import { keepDeviceViews, readDeviceViews } from './device-views.ts';

function place(text?: string) {
	const kept = new Map(text === undefined ? [] : [['plimsoll.timeline-views.b', text]]);
	return {
		kept,
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	};
}

describe('views kept on the device', () => {
	it('are read as the server takes them', () => {
		const text = JSON.stringify([
			{ name: '  Months\n', query: 'zoom=month&from=2027-01-04' },
			{ name: 'x'.repeat(80), query: '' },
			{ name: ' ', query: 'who=ada' },
			{ name: 5, query: '' },
			null
		]);
		expect(readDeviceViews('b', place(text))).toEqual([
			{ screen: 'timeline', name: 'Months', query: 'zoom=month' },
			{ screen: 'timeline', name: 'x'.repeat(60), query: '' },
			{ screen: 'timeline', name: 'View', query: 'who=ada' }
		]);
		expect(readDeviceViews('other', place(text))).toEqual([]);
	});

	it('are none where they cannot be read', () => {
		for (const broken of ['', '{', 'null', '5', '{"a":1}', '[1,"x",null]'])
			expect(readDeviceViews('b', place(broken)), broken).toEqual([]);
		const refusing = {
			getItem(): string {
				throw new Error('no storage');
			}
		};
		expect(readDeviceViews('b', refusing)).toEqual([]);
	});

	it('stay until they are taken over, and are gone then', () => {
		const storage = place('[{"name":"A","query":"zoom=day"},{"name":"B","query":""}]');
		const [first, second] = readDeviceViews('b', storage);
		keepDeviceViews('b', [second!], storage);
		expect(readDeviceViews('b', storage)).toEqual([second]);
		keepDeviceViews('b', [], storage);
		expect(storage.kept.size).toBe(0);
		expect(first!.name).toBe('A');
	});
});
