// Opens the built product as somebody would, and waits until there is nothing left to do.
import type { Browser, Page } from '@playwright/test';
import { demoPassword } from '../../chaos/sign-in.ts';
import type { CpuClock } from './cpu.ts';
import { installMeter } from './meter.ts';

export const VIEWPORT = { width: 1600, height: 900 };

/** A page of the demo's board, signed in, with the meter in it and, before the page's own scripts, what `install` does. */
export async function openProduct(
	browser: Browser,
	url: string,
	role: string,
	path: string,
	install?: () => void
): Promise<Page> {
	const page = await browser.newPage({ baseURL: url, viewport: VIEWPORT });
	for (const part of [installMeter, install])
		if (part) await page.addInitScript(`(${part.toString()})()`);
	const answer = await page.request.post('/login', {
		form: { email: `${role}@demo.example`, password: demoPassword },
		headers: { origin: url }
	});
	if (!answer.ok()) throw new Error(`The login of ${role} was answered ${answer.status()}.`);
	await page.goto(`/b/brd_demo/${path}`);
	await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor({ timeout: 60_000 });
	await page.evaluate(() =>
		window.meter.ready(
			() => undefined,
			() => true
		)
	);
	return page;
}

/** What a screen has ready for the next one is ready after so long: people look at a screen before they leave it. */
const LOOK_MS = 2500;

/**
 * Goes to another screen of the same board by its tab and says what that took; its code is fetched beforehand, as
 * hovering does. `sign` selects what is there once it is drawn.
 */
export async function openScreen(
	page: Page,
	cpu: CpuClock,
	{ tab, path, sign }: { tab: string; path: string; sign: string }
): Promise<{ readyMs: number; cpuMs: number }> {
	await page.getByRole('link', { name: tab, exact: true }).first().hover();
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(LOOK_MS);
	await page.evaluate(() =>
		window.meter.ready(
			() => undefined,
			() => true
		)
	);
	const { result, cpuMs } = await cpu.during(() =>
		page.evaluate(
			([href, drawn]) =>
				window.meter.ready(
					() => document.querySelector<HTMLElement>(`a[href$="${href}"]`)!.click(),
					() => document.querySelector(drawn!) !== null
				),
			[`/${path}`, sign]
		)
	);
	return { readyMs: result.readyMs, cpuMs };
}
