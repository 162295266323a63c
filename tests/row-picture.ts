// What a row of the timeline shows on its paper, as pixels: runs of rows are painted on one canvas under them.
import type { Page } from '@playwright/test';

export interface RowPixels {
	/** A picture of the whole row, as a data URL. */
	whole: string;
	/** Of its foot, where the load strip is. */
	foot: string;
	/** `r g b a` at points given in pixels of the page. */
	colours: string[];
}

/** Reads a row by its name. Throws where it is not drawn. */
export function readRowPixels(
	page: Page,
	name: string,
	points: { x: number; y: number }[] = []
): Promise<RowPixels> {
	return page.evaluate(
		([wanted, places]) => {
			const FOOT_PX = 16;
			const row = document.querySelector(`[role="row"][aria-label="${wanted}"]`);
			const box = row?.getBoundingClientRect();
			const canvas = [
				...(row?.closest('[role="table"]')?.querySelectorAll<HTMLCanvasElement>('canvas') ?? [])
			].find((one) => {
				const paper = one.getBoundingClientRect();
				return box && paper.top <= box.top && paper.bottom >= box.bottom;
			});
			if (!box || !canvas) throw new Error(`No row "${wanted}" is painted.`);
			const paper = canvas.getBoundingClientRect();
			const scale = canvas.width / paper.width;
			const cut = (topPx: number, heightPx: number): string => {
				const copy = document.createElement('canvas');
				copy.width = canvas.width;
				copy.height = Math.round(heightPx * scale);
				copy.getContext('2d')!.drawImage(canvas, 0, -Math.round((topPx - paper.top) * scale));
				return copy.toDataURL();
			};
			const at = ({ x, y }: { x: number; y: number }): string => {
				const [left, top] = [(x - paper.left) * scale, (y - paper.top) * scale];
				return [...canvas.getContext('2d')!.getImageData(left, top, 1, 1).data].join(' ');
			};
			return {
				whole: cut(box.top, box.height),
				foot: cut(box.bottom - FOOT_PX, FOOT_PX),
				colours: places.map(at)
			};
		},
		[name, points] as const
	);
}
