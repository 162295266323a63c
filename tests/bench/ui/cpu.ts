// Main-thread CPU of a page, as Chromium counts it: thread time, so that what else the machine does is left out.
import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds of main-thread CPU. */
export type CpuMs = number;

export class CpuClock {
	readonly #session: CDPSession;

	private constructor(session: CDPSession) {
		this.#session = session;
	}

	static async of(page: Page): Promise<CpuClock> {
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable', { timeDomain: 'threadTicks' });
		return new CpuClock(session);
	}

	/** Does the work and says what it cost the page's main thread. */
	async during<T>(work: () => Promise<T>): Promise<{ result: T; cpuMs: CpuMs }> {
		const before = await this.#read();
		const result = await work();
		return { result, cpuMs: (await this.#read()) - before };
	}

	async #read(): Promise<CpuMs> {
		const { metrics } = await this.#session.send('Performance.getMetrics');
		const task = metrics.find((metric) => metric.name === 'TaskDuration');
		if (!task) throw new Error('This Chromium does not say how long tasks take.');
		return task.value * 1000;
	}
}
