import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeSnapshots } from './snapshot-suite.ts';

describe.skipIf(withoutPostgres)('snapshots on Postgres', () => describeSnapshots('postgres'));
