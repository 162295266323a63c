import { describe } from 'vitest';
import { describeProjection } from './projection-suite.ts';

describe('projected rows on embedded storage', () => describeProjection('embedded'));
