import { describe } from 'vitest';
import { describeLog } from './log-suite.ts';

describe('the log on embedded storage', () => describeLog('embedded'));
