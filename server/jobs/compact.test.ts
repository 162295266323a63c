import { describe } from 'vitest';
import { describeCompaction } from './compact-suite.ts';

describe('compaction on embedded storage', () => describeCompaction('embedded'));
