import type { Document } from '@hocuspocus/server';
import { expect, it, vi } from 'vitest';
import { closeReasons } from '#lib/model/close-codes.ts';
import { Counts } from './counts.ts';
import { syncSteps } from './frame.ts';
import { judgement } from './judgement.ts';

it('leaves nothing to apply of an update whose judgement broke, and ends the socket by name', async () => {
	const shut = vi.fn();
	const broken = judgement({
		now: () => 0,
		today: () => '2026-03-02',
		roomOf: () => {
			throw new Error('broken');
		},
		counts: new Counts()
	});
	for (const step of [syncSteps.missing, syncSteps.update]) {
		const payload = new Uint8Array([1, 2, 3]);
		const given = {
			type: step,
			payload,
			document: {} as Document,
			context: { seat: { wire: { shut } } }
		};
		await expect(broken.beforeSync!(given as never)).rejects.toThrow('broken');
		expect([...payload]).toEqual([0, 0, 0]);
		expect(shut).toHaveBeenLastCalledWith(closeReasons.storage);
	}
	const payload = new Uint8Array([1, 2, 3]);
	const nobody = { type: syncSteps.update, payload, document: {} as Document, context: {} };
	await expect(broken.beforeSync!(nobody as never)).rejects.toThrow('seat');
	expect([...payload]).toEqual([0, 0, 0]);
});
