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
				const paper = one.parentElement!.getBoundingClientRect();
				return box && paper.top <= box.top && paper.bottom >= box.bottom;
			});
			if (!box || !canvas) throw new Error(`No row "${wanted}" is painted.`);
			const paper = canvas.getBoundingClientRect();
			const scale = devicePixelRatio;
			// It belongs to who paints it: a copy can be read.
			const copyOf = (leftPx: number, topPx: number, widthPx: number, heightPx: number) => {
				const copy = document.createElement('canvas');
				copy.width = Math.round(widthPx * scale);
				copy.height = Math.round(heightPx * scale);
				const [left, top] = [paper.left - leftPx, paper.top - topPx];
				copy.getContext('2d')!.drawImage(canvas, Math.round(left * scale), Math.round(top * scale));
				return copy;
			};
			const cut = (topPx: number, heightPx: number): string =>
				copyOf(paper.left, topPx, paper.width, heightPx).toDataURL();
			const at = ({ x, y }: { x: number; y: number }): string =>
				[...copyOf(x, y, 1, 1).getContext('2d')!.getImageData(0, 0, 1, 1).data].join(' ');
			return {
				whole: cut(box.top, box.height),
				foot: cut(box.bottom - FOOT_PX, FOOT_PX),
				colours: places.map(at)
			};
		},
		[name, points] as const
	);
}
