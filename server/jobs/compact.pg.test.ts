import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeCompaction } from './compact-suite.ts';

describe.skipIf(withoutPostgres)('compaction on Postgres', () => describeCompaction('postgres'));
