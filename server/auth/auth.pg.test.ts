import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeLogins } from './auth-suite.ts';

describe.skipIf(withoutPostgres)('logins on Postgres', () => describeLogins('postgres'));
