import { expect, it } from 'vitest';
import { driverError } from '../../tests/faulty-db.ts';
import { LogUnavailable } from '../collab/log-errors.ts';
import { explainOutage, StorageAway } from './failures.ts';

it.each([
	['a refused connection', driverError('ECONNREFUSED'), /away/],
	['a server that shuts down', driverError('57P01'), /away/],
	['a board given up', new StorageAway('The edit of board brd_a was not kept'), /away/],
	[
		'a log that cannot be opened',
		new LogUnavailable('brd_a', 'connection', driverError('08006')),
		/away/
	],
	['an upload on a full disk', driverError('ENOSPC'), /disk of the server is full/],
	['a table on a full disk', driverError('53100'), /disk of the server is full/],
	['a replica', driverError('25006'), /takes no changes/],
	['too many connections', driverError('53300'), /busy/]
])('%s is told as an outage', (_name, error, words) => {
	expect(explainOutage(error)).toMatch(words);
	expect(explainOutage(new Error('Failed query', { cause: error }))).toMatch(words);
});

it('nothing else is', () => {
	expect(explainOutage(driverError('23505'))).toBeUndefined();
	expect(explainOutage(new TypeError('ours'))).toBeUndefined();
	expect(explainOutage(undefined)).toBeUndefined();
});
