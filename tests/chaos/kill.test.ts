import { testKills } from './kill-suite.ts';

testKills('embedded');
