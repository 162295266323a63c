import { describe } from 'vitest';
import { withoutPostgres } from '../storages.ts';
import { describeElsewhere } from './elsewhere-suite.ts';

describe.skipIf(withoutPostgres)('work elsewhere on Postgres', () => describeElsewhere('postgres'));
