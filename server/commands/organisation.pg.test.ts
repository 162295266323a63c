import { describe } from 'vitest';
import { withoutPostgres } from '../../tests/storages.ts';
import { describeOrganisationCommands } from './organisation-suite.ts';

describe.skipIf(withoutPostgres)('commands about the organisation on Postgres', () =>
	describeOrganisationCommands('postgres')
);
