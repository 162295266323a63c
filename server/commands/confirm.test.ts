import { describe } from 'vitest';
import { describeConfirming } from './confirm-suite.ts';

describe('confirming on embedded storage', () => describeConfirming('embedded'));
