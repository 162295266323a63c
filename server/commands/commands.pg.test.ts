import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeCommands } from './commands-suite.ts';

describe.skipIf(withoutPostgres)('commands on Postgres', () => describeCommands('postgres'));
