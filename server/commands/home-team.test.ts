import { describe } from 'vitest';
import { describeHomeTeams } from './home-team-suite.ts';

describe('P-23, P-25 home teams on embedded storage', () => describeHomeTeams('embedded'));
