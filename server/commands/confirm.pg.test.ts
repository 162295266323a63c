import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeConfirming } from './confirm-suite.ts';

describe.skipIf(withoutPostgres)('confirming on Postgres', () => describeConfirming('postgres'));
