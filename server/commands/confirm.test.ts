import { describe } from 'vitest';
import { describeConfirming } from './confirm-suite.ts';

describe('P-23, P-24 confirming on embedded storage', () => describeConfirming('embedded'));
