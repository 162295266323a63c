import { describe } from 'vitest';
import { withoutPostgres } from '../../../tests/storages.ts';
import { describeViews } from './views-suite.ts';

describe.skipIf(withoutPostgres)('P-50, P-51 saved views on Postgres', () =>
	describeViews('postgres')
);
