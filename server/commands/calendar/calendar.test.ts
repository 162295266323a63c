import { describe } from 'vitest';
import { describeCalendar } from './calendar-suite.ts';

describe('P-18, P-40, C-30, C-33 and C-35: calendars on embedded storage', () =>
	describeCalendar('embedded'));
