import { describe } from 'vitest';
import { describeOrganisationCommands } from './organisation-suite.ts';

describe('commands about the organisation on embedded storage', () =>
	describeOrganisationCommands('embedded'));
