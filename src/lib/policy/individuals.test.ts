import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem, ProblemRule } from '#lib/domain/problems.ts';
import { everybodyIn, foldSmall, isFew, isLeading, maySeePeople, sayable } from './individuals.ts';
import { roleNames, type Actor, type Role } from './roles.ts';

const group = (name: string, ...people: string[]) => ({ name, people });
const names = (groups: { name: string }[]): string[] => groups.map(({ name }) => name);
const actor = (role: Role, preset: Actor['preset'] = 'standard'): Actor => ({
	...{ user: 'usr_1', person: 'per_1', role, preset }
});

describe('P-31 groups so small that their load is somebody’s', () => {
	const studio = group('Studio', 'a', 'b', 'c', 'd');
	const video = group('Video', 'e', 'f', 'g');

	it('shows them as one', () => {
		const { alone, together } = foldSmall([studio, group('Legal', 'h'), group('Media', 'i', 'j')]);
		expect(names(alone)).toEqual(['Studio']);
		expect(names(together)).toEqual(['Legal', 'Media']);
	});

	it('takes the smallest other group along where they are few even together', () => {
		for (const small of [[group('Legal', 'h')], [group('Legal', 'h'), group('Media', 'h', 'i')]]) {
			const { alone, together } = foldSmall([studio, ...small, video]);
			expect(names(alone)).toEqual(['Studio']);
			expect(names(together)).toEqual([...names(small), 'Video']);
		}
	});

	it('leaves alone what is nobody’s, and is few where everybody is', () => {
		expect(foldSmall([studio, group('Nobody')]).together).toEqual([]);
		const { alone, together } = foldSmall([group('Legal', 'h'), group('Nobody')]);
		expect(names(alone)).toEqual(['Nobody']);
		expect(isFew(everybodyIn(together).length)).toBe(true);
	});

	it('never lets a row, nor the total less the rows, be about one or two people', () => {
		const sizes = fc.array(fc.nat(6), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(sizes, (given) => {
				const groups = given.map((size, i) =>
					group(`g${i}`, ...Array.from({ length: size }, (_, n) => `${i}.${n}`))
				);
				const { alone, together } = foldSmall(groups);
				expect(names([...alone, ...together]).sort()).toEqual(names(groups).sort());
				expect(alone.filter(({ people }) => isFew(people.length))).toEqual([]);
				const hidden = everybodyIn(together).length;
				if (isFew(hidden)) expect(everybodyIn(groups)).toHaveLength(hidden);
			})
		);
	});
});

describe('P-31 problems that say how full somebody is', () => {
	const problem = (rule: ProblemRule): Problem => ({
		...{ key: `${rule}/x`, rule, collection: 'allocations', subject: 'x', involved: ['x'] },
		...{ text: rule, edits: [], span: null }
	});
	const problems = (['M-6', 'M-7', 'M-8', 'M-9', 'M-10', 'M-16'] as const).map(problem);
	const said = (areShown: boolean): string[] => sayable(problems, areShown).map(({ rule }) => rule);

	it('are said where individuals are shown, and nowhere else', () => {
		expect(said(true)).toEqual(['M-6', 'M-7', 'M-8', 'M-9', 'M-10', 'M-16']);
		expect(said(false)).toEqual(['M-6', 'M-7', 'M-8', 'M-10', 'M-16']);
	});
});

describe('P-31 whom it is kept from', () => {
	it('leaders who do not plan, until the organisation allows it', () => {
		expect(roleNames.filter((role) => isLeading(actor(role)))).toEqual(['leader']);
		expect(isLeading(actor('leader', 'small-team'))).toBe(false);
		expect(roleNames.filter((role) => !maySeePeople(actor(role), false))).toEqual(['leader']);
		expect(maySeePeople(actor('leader'), true)).toBe(true);
	});
});
