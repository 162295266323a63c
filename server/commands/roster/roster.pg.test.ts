import { describe } from 'vitest';
import { withoutPostgres } from '../../../tests/storages.ts';
import { describeRosters } from './roster-suite.ts';

describe.skipIf(withoutPostgres)('rosters on Postgres', () => describeRosters('postgres'));
