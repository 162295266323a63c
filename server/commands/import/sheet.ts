// A file as tables: what the reader hands over, whatever the file was.
import type { ImportCheck } from '#lib/model/import.ts';

export interface Sheet {
	name: string;
	/** Records of cells as text; record number n stands at n - 1. */
	rows: string[][];
}

export interface ReadFile {
	kind: ImportCheck['file']['kind'];
	encoding: string;
	delimiter: string;
	sheets: Sheet[];
}

/** The cell, empty where the record is too short. */
export function cellAt(row: readonly string[] | undefined, column: number): string {
	return row?.[column] ?? '';
}

export function isBlank(row: readonly string[]): boolean {
	return row.every((cell) => cell.trim() === '');
}
