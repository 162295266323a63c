import { describe } from 'vitest';
import { describeCommands } from './commands-suite.ts';

describe('commands on embedded storage', () => describeCommands('embedded'));
