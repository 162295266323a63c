// Who a cell of a plan names: several people or roles in one cell.

/** Names in their order, each once; they stand apart by comma, slash, semicolon, ampersand or line end. */
export function splitResources(cell: string): string[] {
	const names = cell
		.split(/[,/;&\n]/)
		.map((name) =>
			name
				.replace(/\s+/g, ' ')
				.replace(/\[\d+%\]$/, '')
				.trim()
		)
		.filter((name) => name !== '');
	return [...new Set(names)];
}

/** A name as it is compared: case, accents and spaces do not count. */
export function nameKey(name: string): string {
	return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
