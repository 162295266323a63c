// The demo's twelve people in four countries: part-time, leave, a subject matter expert who promises four hours a week.

/** Days of leave count from the Monday of this week. */
export interface DemoLeave {
	from: number;
	to: number;
	minutesPerDay?: number;
	requested?: true;
}
export interface DemoPerson {
	key: string;
	name: string;
	title: string;
	/** Home team. */
	unit: string;
	region: string;
	timeZone: string;
	/** Hours for Monday to Sunday. */
	week: readonly number[];
	/** Hours a contract does not say and the organisation assumed. */
	assumed?: true;
	skills: readonly string[];
	/** Level of each skill, 1 to 5. */
	levels: readonly number[];
	maxLoadBp?: number;
	nonProjectBp?: number;
	leave?: readonly DemoLeave[];
	/** Account of the demo behind this person. */
	login?: 'owner' | 'planner' | 'leader' | 'designer' | 'viewer';
}

const FULL = [7.5, 7.5, 7.5, 7.5, 7.5, 0, 0] as const;
const FORTY = [8, 8, 8, 8, 8, 0, 0] as const;
const FOUR_DAYS = [8, 8, 8, 8, 0, 0, 0] as const;
const LONDON = { region: 'GB-ENG', timeZone: 'Europe/London' };
const MUNICH = { region: 'DE-BY', timeZone: 'Europe/Berlin' };
const PUNE = { region: 'IN', timeZone: 'Asia/Kolkata' };
const CHICAGO = { region: 'US', timeZone: 'America/Chicago' };

export const demoPeople: readonly DemoPerson[] = [
	{
		key: 'amara',
		name: 'Amara Mensah',
		title: 'Head of Learning Operations',
		unit: 'Learning Operations',
		...LONDON,
		week: FOUR_DAYS,
		nonProjectBp: 4000,
		skills: ['Analysis', 'Instructional design'],
		levels: [4, 3],
		login: 'owner'
	},
	{
		key: 'jonas',
		name: 'Jonas Ortiz',
		title: 'Learning planner',
		unit: 'Learning Operations',
		...LONDON,
		week: FULL,
		nonProjectBp: 3000,
		skills: ['Project management', 'Analysis'],
		levels: [4, 3],
		login: 'planner',
		leave: [{ from: 38, to: 42 }]
	},
	{
		key: 'helena',
		name: 'Helena Brandt',
		title: 'Director of Talent',
		unit: 'Talent',
		...MUNICH,
		week: FULL,
		nonProjectBp: 9000,
		skills: ['Facilitation'],
		levels: [3],
		login: 'leader'
	},
	{
		key: 'priya',
		name: 'Priya Kaur',
		title: 'Senior learning designer',
		unit: 'Design studio',
		...LONDON,
		week: FULL,
		skills: ['Instructional design', 'Storyboarding', 'Storyline'],
		levels: [5, 4, 3],
		login: 'designer',
		leave: [{ from: 45, to: 56 }]
	},
	{
		key: 'tom',
		name: 'Tom Okafor',
		title: 'Compliance partner',
		unit: 'Compliance',
		...LONDON,
		week: [4, 4, 4, 0, 0, 0, 0],
		nonProjectBp: 5000,
		skills: ['Legal review'],
		levels: [5],
		login: 'viewer'
	},
	{
		key: 'lena',
		name: 'Lena Vogt',
		title: 'Learning designer',
		unit: 'Design studio',
		...MUNICH,
		week: FOUR_DAYS,
		skills: ['Instructional design', 'Storyboarding', 'Writing'],
		levels: [3, 3, 4],
		leave: [{ from: 14, to: 18 }]
	},
	{
		key: 'rafael',
		name: 'Rafael Stein',
		title: 'E-learning developer',
		unit: 'Media and build',
		...MUNICH,
		week: FORTY,
		skills: ['Storyline', 'Rise', 'Accessibility'],
		levels: [4, 3, 4],
		leave: [{ from: 3, to: 3, minutesPerDay: 240 }]
	},
	{
		key: 'anjali',
		name: 'Anjali Rao',
		title: 'E-learning developer',
		unit: 'Media and build',
		...PUNE,
		week: FORTY,
		skills: ['Storyline', 'Captivate', 'Video'],
		levels: [4, 5, 2]
	},
	{
		key: 'vikram',
		name: 'Vikram Joshi',
		title: 'Video and motion designer',
		unit: 'Media and build',
		...PUNE,
		week: FORTY,
		skills: ['Video', 'Graphic design', 'Audio'],
		levels: [5, 4, 3],
		leave: [{ from: 24, to: 30, requested: true }]
	},
	{
		key: 'grace',
		name: 'Grace Lindqvist',
		title: 'LMS administrator',
		unit: 'Learning Operations',
		...CHICAGO,
		week: FORTY,
		skills: ['LMS admin', 'Data'],
		levels: [5, 3]
	},
	{
		key: 'marcus',
		name: 'Marcus Bell',
		title: 'Facilitator and workshop designer',
		unit: 'Design studio',
		...CHICAGO,
		week: [7.5, 7.5, 7.5, 7.5, 7.5, 0, 0],
		assumed: true,
		skills: ['Facilitation', 'Instructional design'],
		levels: [5, 3],
		leave: [{ from: 7, to: 11 }]
	},
	{
		key: 'sam',
		name: 'Sam Rowe',
		title: 'Warehouse safety lead (SME)',
		unit: 'Warehouse',
		...LONDON,
		week: [0, 2, 0, 2, 0, 0, 0],
		nonProjectBp: 0,
		skills: ['Warehouse safety'],
		levels: [5]
	}
];
