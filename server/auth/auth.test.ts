import { describe } from 'vitest';
import { describeLogins } from './auth-suite.ts';

describe('logins on embedded storage', () => describeLogins('embedded'));
