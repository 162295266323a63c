import { describe } from 'vitest';
import { withoutPostgres } from '../storages.ts';
import { describeProjection } from './projection-suite.ts';

describe.skipIf(withoutPostgres)('projected rows on Postgres', () =>
	describeProjection('postgres')
);
