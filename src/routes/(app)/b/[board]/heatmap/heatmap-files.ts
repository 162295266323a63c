// Hands the grid out as files: CSV, a workbook, SVG, PNG. Browser only; the workbook's writer is fetched when asked for.

import { drawHeatmap, type Picture, type PictureFacts } from './heatmap-picture.ts';
import { listTable, writeCsv } from './heatmap-table.ts';
import type { Unit } from './heatmap-view.ts';

export const FILE_KINDS = ['csv', 'xlsx', 'svg', 'png'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface FileFacts extends PictureFacts {
	/** Heading of the first column. */
	what: string;
	unit: Unit;
	/** Without its ending. */
	fileName: string;
}

/** Saves the file. Throws where the browser cannot draw it. */
export async function saveFile(kind: FileKind, facts: FileFacts): Promise<void> {
	const blob = await makeBlob(kind, facts);
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = `${facts.fileName}.${kind}`;
	link.click();
	URL.revokeObjectURL(link.href);
}

async function makeBlob(kind: FileKind, facts: FileFacts): Promise<Blob> {
	if (kind === 'svg') return new Blob([drawHeatmap(facts).svg], { type: 'image/svg+xml' });
	if (kind === 'png') return rasterise(drawHeatmap(facts));
	const table = listTable(facts.periods, facts.rows, facts.what, facts.unit);
	if (kind === 'csv') return new Blob([writeCsv(table)], { type: 'text/csv;charset=utf-8' });
	return writeWorkbook(table, facts);
}

/** Numbers as numbers, so that a workbook can add them up. */
async function writeWorkbook(table: readonly string[][], facts: FileFacts): Promise<Blob> {
	const { default: write } = await import('write-excel-file/browser');
	const [head = [], ...lines] = table;
	const sheet = [
		head.map((value) => ({ value, fontWeight: 'bold' as const })),
		...lines.map((line, row) =>
			line.map((value, column) => {
				const cell = column === 0 ? undefined : facts.rows[row]?.cells[column - 1];
				if (cell?.percent === null || cell === undefined) return { value };
				return facts.unit === 'percent'
					? { value: cell.percent / 100, type: Number, format: '0%' }
					: { value: Number.parseFloat(cell.text), type: Number };
			})
		)
	];
	return write(sheet, { sheet: 'Capacity' }).toBlob();
}

/** Twice the size, for screens and print. */
async function rasterise({ svg, widthPx, heightPx }: Picture): Promise<Blob> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = widthPx * 2;
		canvas.height = heightPx * 2;
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
		if (!blob) throw new Error('The picture is too large for this browser. Show fewer weeks.');
		return blob;
	} finally {
		URL.revokeObjectURL(url);
	}
}
