// Text on its way into the XML of a workbook: what XML cannot hold, or the writer would drop, is written as `_xHHHH_`, as
// Excel does. The reader undoes it.

const NEEDS_ESCAPE =
	/_x[0-9A-Fa-f]{4}_|[\r\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udbff][\udffe\udfff]/g;

export function escapeWorkbookText(text: string): string {
	// The writer looks strings up in a plain object, where names like "constructor" are taken.
	if (text in Object.prototype) return escapeUnit(text[0]!) + text.slice(1);
	return text.replace(NEEDS_ESCAPE, (found) =>
		found.startsWith('_') ? `_x005F${found}` : found.split('').map(escapeUnit).join('')
	);
}

function escapeUnit(unit: string): string {
	return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
