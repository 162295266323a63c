import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeConfirming } from './confirm-suite.ts';

describe.skipIf(withoutPostgres)('P-23, P-24 confirming on Postgres', () =>
	describeConfirming('postgres')
);
