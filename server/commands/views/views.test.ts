import { describe } from 'vitest';
import { describeViews } from './views-suite.ts';

describe('P-50, P-51 saved views on embedded storage', () => describeViews('embedded'));
