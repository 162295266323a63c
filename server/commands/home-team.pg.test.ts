import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeHomeTeams } from './home-team-suite.ts';

describe.skipIf(withoutPostgres)('P-23, P-25 home teams on Postgres', () =>
	describeHomeTeams('postgres')
);
