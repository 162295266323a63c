// Who is booked on what in the demo: weeks at sixty and at a hundred and forty per cent, one expert asked for more than
// was promised, and open roles nobody holds yet.

/** Weeks count from this one (0); both ends included. */
export interface DemoBooking {
	person?: string;
	/** An open role: demand nobody holds. */
	role?: string;
	project: string;
	from: number;
	to: number;
	/** Share of the person's hours, or minutes a working day, or minutes in all; none is unknown. */
	percent?: number;
	minutesPerDay?: number;
	totalMinutes?: number;
	tentative?: true;
	/** Asked of the home team, not agreed yet. */
	requested?: true;
	kind?: 'delivery' | 'maintenance' | 'other';
	locked?: true;
	contour?: 'front' | 'back';
	/** What an open role asks for. */
	skill?: string;
	level?: number;
	note?: string;
	/** The week it was to end in when it was made. */
	firstTo?: number;
}

type Row = readonly [project: string, from: number, to: number, percent: number, tentative?: 't'];
const book = (person: string, ...rows: Row[]): DemoBooking[] =>
	rows.map(([project, from, to, percent, tentative]) => ({
		person,
		project,
		from,
		to,
		percent,
		...(tentative ? { tentative: true as const } : {})
	}));

export const demoBookings: readonly DemoBooking[] = [
	...book(
		'priya',
		['conduct', -3, 5, 60],
		['forklift', -3, 4, 36],
		['gdpr', 3, 5, 24],
		['gdpr', 8, 11, 60],
		['returns', 8, 12, 30]
	),
	{ person: 'priya', project: 'service', from: -1, to: 2, percent: 42, firstTo: 0 },
	...book(
		'lena',
		['warehouse', -4, 3, 45],
		['playbook', 4, 13, 40],
		['cyber', 5, 10, 45],
		['tone', 11, 14, 30, 't']
	),
	...book(
		'rafael',
		['phishing', -2, 1, 30],
		['labs', -2, 3, 40],
		['pricing', 0, 7, 60],
		['wcag', 2, 9, 30],
		['conduct', 4, 7, 35, 't']
	),
	...book('anjali', ['crm', -3, 5, 90], ['quality', 1, 9, 40], ['cyber', 8, 13, 40, 't']),
	...book(
		'vikram',
		['safety-video', -2, 7, 90],
		['lms-tour', 0, 1, 30],
		['ergonomics', 4, 9, 30],
		['dashboards', 9, 12, 50, 't']
	),
	...book(
		'grace',
		['lms-tour', -1, 1, 30],
		['apprentice', 0, 1, 20],
		['service', 0, 1, 10],
		['erp', 2, 4, 70],
		['conduct', 2, 7, 70]
	),
	...book(
		'marcus',
		['manager5', -2, 2, 50],
		['recruit', 0, 6, 60],
		['feedback', 3, 5, 20],
		['inclusive', 3, 10, 42],
		['fire', 1, 3, 12]
	),
	...book('jonas', ['erp', 0, 10, 40, 't'], ['playbook', -2, 8, 50], ['erp', -1, 2, 35]),
	...book('amara', ['antibribery', 0, 6, 70], ['cyber', 0, 3, 40]),
	...book('helena', ['apprentice', -1, 1, 60]),
	...book('tom', ['conduct', -2, 3, 45], ['gdpr', 2, 6, 40], ['whistle', -1, 1, 30]),
	...book('sam', ['forklift', -2, 2, 100], ['warehouse', -3, 3, 60], ['safety-video', 2, 5, 40]),
	{
		...{ role: 'Storyline', project: 'conduct', from: 1, to: 5, totalMinutes: 80 * 60 },
		...{ tentative: true, contour: 'front', skill: 'Storyline', level: 3 }
	},
	{
		...{ role: 'Storyline', project: 'crm', from: 2, to: 4, totalMinutes: 32 * 60 },
		...{ tentative: true, skill: 'Storyline', level: 3 }
	},
	{
		role: 'Translation',
		project: 'playbook',
		from: 7,
		to: 12,
		minutesPerDay: 240,
		tentative: true
	},
	{ role: 'Actors', project: 'inclusive', from: 8, to: 9, tentative: true },
	{ person: 'jonas', project: 'recruit', from: 4, to: 5, percent: 20, requested: true },
	{
		person: 'grace',
		project: 'apprentice',
		from: 9,
		to: 10,
		minutesPerDay: 120,
		kind: 'delivery',
		locked: true
	},
	{
		person: 'vikram',
		project: '',
		from: 10,
		to: 10,
		minutesPerDay: 90,
		kind: 'other',
		note: 'Tool training'
	}
];
