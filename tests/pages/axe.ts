// The rules of accessibility that a machine can check, asked in one way by all page tests.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A selector that leaves out what lies around, or the one rule to ask for. */
interface Only {
	within?: string;
	rule?: string;
}

/** What axe finds wrong on a page, a line for each rule: its name, what it wants, and the first three places. */
export async function faults(page: Page, { within, rule }: Only = {}): Promise<string[]> {
	// No page of ours has frames, for which axe would open a page of its own at every scan.
	const axe = new AxeBuilder({ page }).setLegacyMode();
	if (within !== undefined) axe.include(within);
	if (rule !== undefined) axe.withRules(rule);
	// The rule left out is an experiment: it takes the initials of a named picture for words.
	else axe.withTags(tags).disableRules('label-content-name-mismatch');
	const { violations } = await axe.analyze();
	return violations.map(({ id, help, nodes }) => {
		const where = nodes.slice(0, 3).map(({ target }) => target.join(' '));
		return `${id}, ${help}: ${where.join(' | ')}`;
	});
}
