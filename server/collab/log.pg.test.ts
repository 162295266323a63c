import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeLog } from './log-suite.ts';

describe.skipIf(withoutPostgres)('the log on Postgres', () => describeLog('postgres'));
