import { describe } from 'vitest';
import { withoutPostgres } from '../../../tests/storages.ts';
import { describeCalendar } from './calendar-suite.ts';

describe.skipIf(withoutPostgres)('calendars on Postgres', () => describeCalendar('postgres'));
