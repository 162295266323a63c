import { expect, it } from 'vitest';
import { describeSave } from './save-text.ts';

it.each([
	[{ kind: 'saved' } as const, 'Saved'],
	[{ kind: 'saved', at: '09:42' } as const, 'Saved · 09:42'],
	[{ kind: 'saving' } as const, 'Saving…'],
	[{ kind: 'offline', kept: 0 } as const, 'Offline'],
	[{ kind: 'offline', kept: 1 } as const, 'Offline · 1 change kept here'],
	[{ kind: 'reconnecting', kept: 3 } as const, 'Offline, reconnecting · 3 changes kept here'],
	[{ kind: 'denied', reason: 'Design needs a brief' } as const, 'Not allowed: Design needs a brief']
])('%j reads %j', (status, text) => {
	expect(describeSave(status)).toBe(text);
});
