import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeOverview } from './overview-suite.ts';

describe.skipIf(withoutPostgres)('the overview on Postgres', () => describeOverview('postgres'));
