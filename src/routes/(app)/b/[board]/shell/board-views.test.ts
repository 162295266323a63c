import { describe, expect, it } from 'vitest';
import { boardViews, findBoardPage } from './board-views.ts';

describe('findBoardPage', () => {
	it('names the tab an address shows', () => {
		expect(findBoardPage('/b/brd_1/heatmap').label).toBe('Capacity');
	});

	it('lends its shortcuts to the whole page where they need no one thing in focus', () => {
		expect(findBoardPage('/b/brd_1/timeline').keys).toBe('timeline');
		expect(findBoardPage('/b/brd_1/heatmap').keys).toBeUndefined();
	});

	it('names pages that are no tab as what they are', () => {
		const page = findBoardPage('/b/brd_1/stages');
		expect(page.label).toBe('Stages and gates');
		expect(boardViews).not.toContain(page);
	});

	it('is the board where the path names no page', () => {
		expect(findBoardPage('/b/brd_1').path).toBe('board');
	});
});
