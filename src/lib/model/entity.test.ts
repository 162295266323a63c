import { describe, expect, it } from 'vitest';
import { collectionNames, collections, entityOf, makeRow } from './board.ts';

// A record is a tuple in this order, and boards hold records of every version: a name may be added at the end of its
// line, never moved, renamed or taken away.
const pinned: Record<string, string> = {
	stages: 'name rank gate softLimit phase archived',
	projects:
		'title position lead code contentType effortMinutes launch mandatory priority duties brief blocked override ' +
		'audience seatMinutes notes source archived after committed',
	modules:
		'project title position lead language effortMinutes launch duties brief blocked override seatMinutes notes ' +
		'source archived after',
	tasks:
		'project module title status assignee role stage effortMinutes remainingMinutes span rank notes source archived ' +
		'skill level after',
	checkItems: 'task text done rank archived',
	comments: 'project module task author body at archived',
	allocations:
		'person role project module task span load certainty probabilityBp note source archived ' +
		'kind locked contour skill level confirmedAt confirmedBy',
	people:
		'name title region timeZone patterns hoursAssumed nonProjectBp skills starts ends role active ' +
		'unit skillLevels maxLoadBp nonProjectFrom ownDays homePlans',
	absences: 'person region span minutesPerDay label requested closure',
	approvals: 'project module kind askedOf askedOn by at solo revoked',
	elsewhere: 'person span load certainty probabilityBp label contour'
};

describe('entities', () => {
	it.each(collectionNames)('%s keeps its field order: only ever add at the end', (name) => {
		expect(entityOf(name).order.join(' ')).toBe(pinned[name]);
	});

	it('are the collections of a board, each under its own name and prefix', () => {
		expect(collectionNames).toEqual(Object.keys(pinned));
		for (const name of collectionNames) expect(collections[name].name).toBe(name);
		const prefixes = collectionNames.map((name) => collections[name].prefix);
		expect(new Set(prefixes).size).toBe(prefixes.length);
	});

	it('have an empty value for every field that passes its own check', () => {
		for (const name of collectionNames)
			for (const [field, own] of Object.entries(entityOf(name).fields))
				expect(own.check(own.empty), `${name}.${field}`).toBeNull();
	});

	it('refer only to collections that exist', () => {
		for (const name of collectionNames)
			for (const own of Object.values(entityOf(name).fields))
				if (own.refersTo !== undefined) expect(collectionNames).toContain(own.refersTo);
	});

	it('give every field a heading of its own within the entity', () => {
		for (const name of collectionNames) {
			const headings = Object.values(entityOf(name).fields).flatMap((own) => own.headings);
			expect(new Set(headings).size, name).toBe(headings.length);
		}
	});

	it('are made with their empty values under what is given', () => {
		const made = makeRow('checkItems', 'chk_1', { text: 'Proofread' });
		expect(made).toEqual({
			id: 'chk_1',
			task: '',
			text: 'Proofread',
			done: false,
			rank: '',
			archived: false
		});
	});
});
