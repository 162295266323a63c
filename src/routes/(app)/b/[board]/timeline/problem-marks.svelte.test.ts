import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { Bell } from './problem-marks.svelte.ts';

it('wakes who listens, though the bell was made there, and nobody else', () => {
	let text = '';
	let own: Bell | undefined;
	const other = new Bell();
	const read: string[] = [];
	const stop = $effect.root(() => {
		const problem = $derived.by(() => {
			(own ??= new Bell()).listen();
			return text;
		});
		$effect(() => void read.push(`own ${problem}`));
		$effect(() => {
			other.listen();
			read.push('other');
		});
	});
	flushSync();
	text = 'Too full.';
	own?.ring();
	flushSync();
	stop();
	expect(read).toEqual(['own ', 'other', 'own Too full.']);
});
