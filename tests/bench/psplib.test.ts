import { describe, expect, it } from 'vitest';
import { parseBestKnown, parseSm } from './levelling/psplib.ts';

const stars = '*'.repeat(20);
const lines = [
	stars,
	'jobs (incl. supersource/sink ):  3',
	'  - renewable                 :  2   R',
	'  - nonrenewable              :  0   N',
	stars,
	'PRECEDENCE RELATIONS:',
	'jobnr.    #modes  #successors   successors',
	'   1        1          1           2',
	'   2        1          1           3',
	'   3        1          0        ',
	stars,
	'REQUESTS/DURATIONS:',
	'jobnr. mode duration  R 1  R 2',
	'-'.repeat(20),
	'  1      1     0       0    0',
	'  2      1     4       2    0',
	'  3      1     0       0    0',
	stars,
	'RESOURCEAVAILABILITIES:',
	'  R 1  R 2',
	'    3    1',
	stars
];
const parse = (change: (text: string) => string = (text) => text) =>
	parseSm(change(lines.join('\n')), 'x.sm');

describe('an .sm file', () => {
	it('gives jobs, successors and capacities, with any line ends', () => {
		const problem = parse();
		expect(problem.activities[1]).toEqual({
			id: '2',
			duration: 4,
			needs: [
				{ resource: 'R1', amount: 2 },
				{ resource: 'R2', amount: 0 }
			]
		});
		expect(problem.links).toHaveLength(2);
		expect(problem.resources).toEqual([
			{ id: 'R1', capacity: 3 },
			{ id: 'R2', capacity: 1 }
		]);
		expect(parse((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual(problem);
	});

	it.each([
		['a count of successors', '1           2', '2           2', /x\.sm:8: Job 1 says 2/],
		['an unknown job', '1           3', '1           9', /x\.sm:9: There is no job 9/],
		['several modes', '   2        1', '   2        3', /x\.sm:9: Job 2 has 3 modes/],
		['requests', '2    0\n', '2\n', /x\.sm:16: Job 2 has 1 requests for 2/],
		['capacities', '    3    1', '    3', /x\.sm:21: 2 resources are announced, 1/],
		['jobs', '  3      1     0       0    0\n', '', /3 jobs are announced, 2/],
		['other resources', '  0   N', '  1   N', /x\.sm:4: Only renewable/],
		['a section', 'REQUESTS', 'REQUEST', /There is no section REQUESTS/],
		['words', '     4       2', '  four       2', /not made of whole numbers|3 jobs/],
		['everything', '', '', null]
	])('says where it is wrong: %s', (_what, from, to, message) => {
		if (message) expect(() => parse((text) => text.replace(from, to))).toThrow(message);
		else expect(() => parseSm('', 'x.sm')).toThrow(/x\.sm:1: How many\?/);
	});
});

describe('best-known.csv', () => {
	it('is read by its titles, with or without proofs', () => {
		const known = parseBestKnown(
			'best_known_makespan;instance;closed\n43;J1.sm;1\n50;j2;0\n',
			'b.csv'
		);
		expect(known.get('j1')).toEqual({ lowerBound: null, makespan: 43, isProved: true });
		expect(known.get('j2')?.isProved).toBe(false);
		const byBound = parseBestKnown('instance,lower_bound,best_known_makespan\nj3,7,7\n', 'b.csv');
		expect(byBound.get('j3')).toEqual({ lowerBound: 7, makespan: 7, isProved: true });
	});

	it('says which line is wrong', () => {
		expect(() => parseBestKnown('a,b\n', 'b.csv')).toThrow(/b\.csv:1: the columns/);
		const text = 'instance,best_known_makespan\nj1,many\n';
		expect(() => parseBestKnown(text, 'b.csv')).toThrow(/b\.csv:2: "many" is no makespan/);
	});
});
