import { expect, it } from 'vitest';
import { findInitials } from './initials.ts';

it.each([
	['Amara Mensah', 'AM'],
	['Jean Luc de la Tour', 'JT'],
	['Łukasz', 'ŁU'],
	['x', 'X'],
	['  ', '?']
])('initials of %j are %j', (name, initials) => {
	expect(findInitials(name)).toBe(initials);
});
