import { describe } from 'vitest';
import { describeOverview } from './overview-suite.ts';

describe('the overview on embedded storage', () => describeOverview('embedded'));
