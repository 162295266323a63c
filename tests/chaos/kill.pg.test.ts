import { describe } from 'vitest';
import { withoutPostgres } from '../storages.ts';
import { testKills } from './kill-suite.ts';

describe.skipIf(withoutPostgres)('on Postgres', () => testKills('postgres'));
