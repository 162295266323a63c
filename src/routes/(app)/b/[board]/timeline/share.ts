// A share of somebody's hours as typed. Empty is not known, never zero.

import type { Load } from '#lib/model/joint-fields.ts';

/** The load, null where nothing is written, undefined for what is no share from 0 to 1000 per cent. */
export function readShare(text: string): Load | null | undefined {
	const word = text.replace('%', '').replace(',', '.').trim();
	if (word === '') return null;
	if (!/^\d+(\.\d+)?$/.test(word) || Number(word) > 1000) return undefined;
	return { mode: 'percent', amount: Math.round(Number(word) * 100) };
}
