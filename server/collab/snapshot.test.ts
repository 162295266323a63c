import { describe } from 'vitest';
import { describeSnapshots } from './snapshot-suite.ts';

describe('snapshots on embedded storage', () => describeSnapshots('embedded'));
