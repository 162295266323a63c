import { describe } from 'vitest';
import { describeElsewhere } from './elsewhere-suite.ts';

describe('work elsewhere on embedded storage', () => describeElsewhere('embedded'));
