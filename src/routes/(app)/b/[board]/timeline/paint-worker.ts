// Paints the timeline beside the page: what is painted in software here would keep the page from its own frames.

import latin from '@fontsource/ibm-plex-sans-condensed/files/ibm-plex-sans-condensed-latin-500-normal.woff2?url';
import latinExt from '@fontsource/ibm-plex-sans-condensed/files/ibm-plex-sans-condensed-latin-ext-500-normal.woff2?url';
import { Painter, type Order } from './painter.ts';

/** What the page hears: a picture has been painted, or everything is to be painted anew because a font has come. */
export type Report = 'painted' | 'renew';

const report = (said: Report): void => postMessage(said);
const FAMILY = 'IBM Plex Sans Condensed';
/** A first picture in another font is better than none for longer. */
const FONT_WITHIN_MS = 200;
/** May need the second file. */
const BEYOND_LATIN = /[\u0100-\u02ff\u1d00-\u1eff\u20a0-\u20c0\u2113\u2c60-\ua7ff]/;

const painter = new Painter((sidePx) => new OffscreenCanvas(sidePx, sidePx).getContext('2d')!);
const { fonts } = self as unknown as { fonts: FontFaceSet };

/** Letters of the second file, as in ui/fonts.css; what is not among them is asked of the first. */
const EXT_RANGE =
	'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, ' +
	'U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';

/** Resolves when the file is there, or will not come: then another font is painted with. */
async function load(url: string, range: FontFaceDescriptors = {}): Promise<void> {
	const face = new FontFace(FAMILY, `url(${url}) format('woff2')`, { weight: '500', ...range });
	fonts.add(face);
	await face.load().catch(() => undefined);
}

let hasBegun = false;
let hasExt = false;
const early: Order[] = [];

function follow(order: Order): void {
	painter.follow(order);
	if (order.do !== 'paint') return;
	report('painted');
	if (hasExt || !BEYOND_LATIN.test(JSON.stringify(order.stretches))) return;
	hasExt = true;
	void load(latinExt, { unicodeRange: EXT_RANGE }).then(renew);
}

function renew(): void {
	painter.renew();
	report('renew');
}

function begin(): void {
	if (hasBegun) return;
	hasBegun = true;
	for (const order of early.splice(0)) follow(order);
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
	if (hasBegun) follow(data);
	else early.push(data);
});

const late = setTimeout(begin, FONT_WITHIN_MS);
void load(latin).then(() => {
	clearTimeout(late);
	if (hasBegun) renew();
	begin();
});
