// The demo's forty projects over seven stages, with the stories of the field: five modules that became seven, thirty
// minutes that became ninety, twelve countries, a request answered by a job aid, nine days with a subject matter expert.

import type { DependencyType } from '#lib/domain/dependencies.ts';
import type { ContentType } from '#lib/model/project.ts';

export type StageKey = 'requests' | 'scope' | 'design' | 'build' | 'review' | 'launch' | 'measure';
export interface DemoModule {
	title: string;
	stage: StageKey;
	language?: string;
	hours?: number;
}
export interface DemoProject {
	key: string;
	title: string;
	stage: StageKey;
	type: ContentType;
	lead?: string;
	sponsor?: string;
	sme?: string;
	/** Hours; none is not sized yet. */
	hours?: number;
	/** Days from the Monday of this week. */
	launch?: number;
	/** The launch is promised. */
	committed?: true;
	mandatory?: true;
	/** Waits for another project: which, which ends, working days later. */
	after?: readonly (readonly [string, DependencyType, number])[];
	priority?: 'expedite' | 'fixed' | 'standard' | 'someday';
	seat?: number;
	audience?: string;
	brief?: string;
	notes?: string;
	blocked?: string;
	modules?: readonly DemoModule[];
	/** Asked for a sign-off so many days ago and still waiting. */
	waiting?: { kind: 'storyboard' | 'sme' | 'legal' | 'scope'; of: string; days: number };
	/** Sign-offs given: kind, by whom, days ago. */
	signed?: readonly (readonly [
		'scope' | 'storyboard' | 'sme' | 'qa' | 'accessibility' | 'legal' | 'launch' | 'lms',
		string,
		number
	])[];
	comments?: readonly (readonly [string, string, number])[];
	override?: { stage: StageKey; reason: string; by: string };
}

const m = (stage: StageKey, ...titles: string[]): DemoModule[] =>
	titles.map((title) => ({ title, stage, hours: 24 }));

const COUNTRIES: readonly (readonly [string, string, StageKey])[] = [
	['Germany', 'de', 'review'],
	['Austria', 'de-AT', 'review'],
	['France', 'fr', 'build'],
	['Belgium', 'nl-BE', 'build'],
	['Spain', 'es', 'build'],
	['Portugal', 'pt', 'build'],
	['Italy', 'it', 'design'],
	['Poland', 'pl', 'design'],
	['Czechia', 'cs', 'design'],
	['Sweden', 'sv', 'design'],
	['Japan', 'ja', 'design'],
	['Brazil', 'pt-BR', 'design']
];

export const demoProjects: readonly DemoProject[] = [
	{
		key: 'conduct',
		title: 'Code of conduct 2027',
		stage: 'build',
		type: 'course',
		lead: 'priya',
		sponsor: 'tom',
		sme: 'tom',
		hours: 260,
		launch: 57,
		committed: true,
		mandatory: true,
		priority: 'fixed',
		seat: 70,
		audience: 'All 4,200 employees',
		brief: 'Yearly compliance course. Everybody completes it by the end of the first quarter.',
		notes:
			'Scoped at five modules. Legal review added two: "Gifts and hospitality" and "AI at work". Effort went from 180 h to 260 h; the launch date did not move.',
		modules: [
			...m('review', 'Speaking up', 'Conflicts of interest'),
			...m('build', 'Fair competition', 'Data and privacy', 'Working with partners'),
			...m('design', 'Gifts and hospitality', 'AI at work')
		],
		signed: [
			['scope', 'tom', 48],
			['storyboard', 'tom', 20]
		],
		comments: [
			['tom', 'Legal needs gifts and AI covered as modules of their own. Five becomes seven.', 16],
			['priya', 'That is about 80 hours more. I cannot see them before January.', 15]
		]
	},
	{
		key: 'warehouse',
		title: 'Onboarding: warehouse',
		stage: 'build',
		type: 'course',
		lead: 'lena',
		sponsor: 'helena',
		sme: 'sam',
		hours: 190,
		launch: 25,
		committed: true,
		priority: 'fixed',
		seat: 90,
		audience: '600 seasonal starters',
		brief: 'First-day onboarding for warehouse starters, on tablets at the gate.',
		notes:
			'Requested as thirty minutes. After the interviews it is ninety: forklift zones, hazardous goods and the night shift were missing.',
		modules: m('build', 'Your first shift', 'Forklift zones', 'Hazardous goods', 'Night shift'),
		signed: [
			['scope', 'helena', 40],
			['storyboard', 'sam', 18]
		],
		comments: [
			['lena', 'Thirty minutes has become ninety. Do we move the date or cut the night shift?', 6]
		]
	},
	{
		key: 'forklift',
		title: 'Forklift recertification',
		stage: 'build',
		type: 'course',
		lead: 'priya',
		sponsor: 'helena',
		sme: 'sam',
		hours: 96,
		launch: 32,
		committed: true,
		mandatory: true,
		seat: 40,
		audience: '380 drivers',
		brief: 'Blended recertification: e-learning, then a practical check on the floor.',
		modules: m('build', 'Rules of the aisle', 'Practical check'),
		signed: [['scope', 'helena', 35]],
		waiting: { kind: 'storyboard', of: 'sam', days: 9 },
		comments: [
			[
				'priya',
				'Sam, could you look at the storyboard this week? Page 12 is the only open question.',
				4
			]
		]
	},
	{
		key: 'playbook',
		title: 'Sales playbook: twelve countries',
		stage: 'design',
		type: 'course',
		lead: 'lena',
		sponsor: 'helena',
		hours: 420,
		launch: 98,
		priority: 'fixed',
		seat: 45,
		audience: '900 account managers',
		brief: 'One playbook in twelve countries; the English source was signed off in October.',
		notes: 'Each country is a module with its own language and in-country review.',
		modules: COUNTRIES.map(([country, language, stage]) => ({
			title: `${country}`,
			stage,
			language,
			hours: 35
		})),
		signed: [
			['scope', 'helena', 60],
			['storyboard', 'helena', 30]
		]
	},
	{
		key: 'expenses',
		title: 'Expense tool: job aid instead of a course',
		stage: 'measure',
		type: 'jobaid',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 12,
		launch: -18,
		seat: 5,
		audience: 'Everybody who travels',
		brief:
			'Asked for as a forty-minute course. Needs analysis: people knew the rules and could not find the form.',
		notes: 'Answered by a two-page job aid in the tool itself. 12 hours instead of 110.',
		signed: [
			['scope', 'helena', 50],
			['launch', 'helena', 19]
		]
	},
	{
		key: 'phishing',
		title: 'Phishing simulation Q1',
		stage: 'review',
		type: 'simulation',
		lead: 'rafael',
		sponsor: 'tom',
		hours: 64,
		launch: -4,
		mandatory: true,
		priority: 'expedite',
		seat: 20,
		audience: 'All office staff',
		brief: 'Four simulated mails and a follow-up for whoever clicks.',
		signed: [
			['scope', 'tom', 40],
			['storyboard', 'tom', 25],
			['sme', 'tom', 6]
		]
	},
	{
		key: 'manager5',
		title: 'New manager cohort 5',
		stage: 'launch',
		type: 'workshop',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 48,
		launch: 21,
		seat: 480,
		audience: '24 new managers',
		brief: 'Two-day workshop and three follow-ups.',
		signed: [
			['scope', 'helena', 70],
			['sme', 'helena', 12]
		]
	},
	{
		key: 'gdpr',
		title: 'GDPR refresh 2027',
		stage: 'design',
		type: 'course',
		lead: 'priya',
		sponsor: 'tom',
		sme: 'tom',
		hours: 110,
		launch: 84,
		after: [['whistle', 'FS', 0]],
		mandatory: true,
		priority: 'fixed',
		seat: 35,
		audience: 'All employees in Europe',
		brief: 'Refresh of the 2025 course; two new rulings.',
		modules: m('design', 'What changed', 'Requests from customers', 'Breaches in 72 hours')
	},
	{
		key: 'crm',
		title: 'CRM roll-out: service desk',
		stage: 'build',
		type: 'simulation',
		lead: 'anjali',
		sponsor: 'helena',
		hours: 150,
		launch: 39,
		seat: 60,
		audience: '220 agents',
		brief: 'Simulated calls in the new CRM before go-live.',
		modules: m('build', 'Finding a customer', 'Handling a complaint', 'Closing a case'),
		signed: [
			['scope', 'helena', 30],
			['storyboard', 'helena', 9]
		]
	},
	{
		key: 'safety-video',
		title: 'Site safety films',
		stage: 'build',
		type: 'video',
		lead: 'vikram',
		sponsor: 'helena',
		sme: 'sam',
		hours: 120,
		launch: 53,
		seat: 18,
		audience: 'Visitors and contractors',
		brief: 'Six three-minute films, shot on two sites.',
		modules: m('build', 'Arriving', 'Loading bay', 'Evacuation')
	},
	{
		key: 'pricing',
		title: 'Pricing basics',
		stage: 'build',
		type: 'course',
		lead: 'rafael',
		hours: 70,
		launch: 60,
		seat: 25,
		audience: 'Sales newcomers',
		brief: 'Margin, discount and approval levels.'
	},
	{
		key: 'wcag',
		title: 'Writing accessible documents',
		stage: 'build',
		type: 'course',
		lead: 'rafael',
		sponsor: 'amara',
		hours: 54,
		launch: 74,
		seat: 30,
		audience: 'Everybody who publishes',
		brief: 'WCAG 2.2 for authors, with before and after.'
	},
	{
		key: 'quality',
		title: 'Quality gates for buyers',
		stage: 'build',
		type: 'course',
		lead: 'anjali',
		sponsor: 'helena',
		hours: 84,
		launch: 81,
		seat: 40,
		audience: '70 buyers',
		brief: 'Which supplier papers are needed at which gate.',
		blocked: 'Waiting for the new supplier contract template'
	},
	{
		key: 'recruit',
		title: 'Structured interviews',
		stage: 'build',
		type: 'workshop',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 40,
		launch: 48,
		seat: 180,
		audience: 'Hiring managers',
		brief: 'Half-day workshop with practice interviews.'
	},
	{
		key: 'cyber',
		title: 'Secure development',
		stage: 'design',
		type: 'curriculum',
		lead: 'lena',
		sponsor: 'tom',
		hours: 180,
		launch: 102,
		seat: 150,
		audience: '140 engineers',
		brief: 'Curriculum of four units; labs come from a vendor.',
		modules: m('design', 'Threat modelling', 'Secrets', 'Dependencies', 'Incident drill')
	},
	{
		key: 'inclusive',
		title: 'Inclusive leadership',
		stage: 'design',
		type: 'workshop',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 60,
		launch: 95,
		after: [['manager5', 'FS', 5]],
		seat: 240,
		audience: '90 team leads',
		brief: 'Workshop with actors.'
	},
	{
		key: 'returns',
		title: 'Returns process',
		stage: 'design',
		type: 'course',
		lead: 'priya',
		sponsor: 'helena',
		hours: 66,
		launch: 91,
		after: [['service', 'FS', 10]],
		seat: 25,
		audience: 'Customer service',
		brief: 'New return codes from April.'
	},
	{
		key: 'ergonomics',
		title: 'Ergonomics at the packing table',
		stage: 'design',
		type: 'video',
		lead: 'vikram',
		sme: 'sam',
		hours: 38,
		launch: 90,
		after: [['safety-video', 'SS', 20]],
		seat: 8,
		audience: 'Packers',
		brief: 'Short film and a poster.'
	},
	{
		key: 'feedback',
		title: 'Feedback in ten minutes',
		stage: 'design',
		type: 'jobaid',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 16,
		launch: 52,
		seat: 10,
		audience: 'All managers'
	},
	{
		key: 'antibribery',
		title: 'Anti-bribery for buyers',
		stage: 'scope',
		type: 'course',
		lead: 'amara',
		sponsor: 'tom',
		hours: 90,
		launch: 120,
		mandatory: true,
		priority: 'fixed',
		seat: 30,
		audience: '70 buyers'
	},
	{
		key: 'erp',
		title: 'ERP cut-over training',
		stage: 'scope',
		type: 'curriculum',
		lead: 'jonas',
		sponsor: 'helena',
		hours: 340,
		launch: 140,
		priority: 'fixed',
		seat: 300,
		audience: '1,100 users in six plants',
		notes: 'The cut-over date is fixed; the number of roles is not.'
	},
	{
		key: 'mentoring',
		title: 'Mentoring programme',
		stage: 'scope',
		type: 'workshop',
		lead: 'marcus',
		seat: 120,
		audience: '40 pairs'
	},
	{
		key: 'dashboards',
		title: 'Reading the new dashboards',
		stage: 'scope',
		type: 'video',
		lead: 'vikram',
		sponsor: 'helena',
		seat: 15,
		audience: 'Plant managers'
	},
	{
		key: 'first-aid',
		title: 'First aid refresher',
		stage: 'scope',
		type: 'workshop',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 30,
		launch: 110,
		mandatory: true,
		seat: 240,
		audience: '120 first aiders'
	},
	{
		key: 'tone',
		title: 'Tone of voice',
		stage: 'scope',
		type: 'course',
		lead: 'lena',
		seat: 30,
		audience: 'Marketing and service'
	},
	{
		key: 'whistle',
		title: 'Speak-up line launch',
		stage: 'review',
		type: 'jobaid',
		lead: 'lena',
		sponsor: 'tom',
		sme: 'tom',
		hours: 20,
		launch: 11,
		mandatory: true,
		seat: 5,
		audience: 'Everybody',
		brief: 'Poster, intranet page and a one-minute film.',
		signed: [
			['scope', 'tom', 30],
			['storyboard', 'tom', 12]
		],
		waiting: { kind: 'legal', of: 'tom', days: 5 }
	},
	{
		key: 'service',
		title: 'Service excellence 2',
		stage: 'review',
		type: 'course',
		lead: 'priya',
		sponsor: 'helena',
		hours: 120,
		launch: 19,
		committed: true,
		seat: 50,
		audience: '300 agents',
		brief: 'Second part of the service programme.',
		modules: m('review', 'Listening', 'De-escalation', 'Saying no'),
		signed: [
			['scope', 'helena', 60],
			['storyboard', 'helena', 33]
		],
		override: {
			stage: 'review',
			reason: 'The pilot group has seen every screen; SME sign-off follows on Thursday',
			by: 'jonas'
		}
	},
	{
		key: 'labs',
		title: 'Lab safety',
		stage: 'review',
		type: 'course',
		lead: 'rafael',
		sponsor: 'helena',
		hours: 76,
		launch: 26,
		mandatory: true,
		seat: 35,
		audience: '90 lab staff',
		brief: 'Chemicals, glass, waste.',
		signed: [
			['scope', 'helena', 55],
			['storyboard', 'helena', 28],
			['sme', 'helena', 3]
		]
	},
	{
		key: 'lms-tour',
		title: 'Tour of the new LMS',
		stage: 'review',
		type: 'video',
		lead: 'grace',
		sponsor: 'amara',
		hours: 18,
		launch: 13,
		seat: 6,
		audience: 'Everybody',
		brief: 'Three short films.'
	},
	{
		key: 'apprentice',
		title: 'Apprentice induction 2027',
		stage: 'launch',
		type: 'curriculum',
		lead: 'lena',
		sponsor: 'helena',
		hours: 140,
		launch: 14,
		seat: 360,
		audience: '60 apprentices',
		brief: 'Six weeks, blended.',
		modules: m('launch', 'Week 1', 'Weeks 2 to 6'),
		signed: [
			['scope', 'helena', 90],
			['storyboard', 'helena', 61],
			['sme', 'helena', 20],
			['qa', 'rafael', 8]
		]
	},
	{
		key: 'fire',
		title: 'Fire wardens',
		stage: 'launch',
		type: 'workshop',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 26,
		launch: 26,
		mandatory: true,
		seat: 120,
		audience: '45 wardens',
		brief: 'Half a day with the fire service.',
		signed: [
			['scope', 'helena', 44],
			['sme', 'sam', 10]
		]
	},
	{
		key: 'negotiation',
		title: 'Negotiation for account managers',
		stage: 'measure',
		type: 'workshop',
		lead: 'marcus',
		sponsor: 'helena',
		hours: 88,
		launch: -40,
		seat: 480,
		audience: '60 account managers',
		signed: [['launch', 'helena', 41]]
	},
	{
		key: 'req-ai',
		title: 'Prompting for everybody',
		stage: 'requests',
		type: 'course',
		sponsor: 'helena',
		audience: 'All office staff',
		notes: 'Three departments asked for the same thing in October.'
	},
	{
		key: 'req-teams',
		title: 'Better hybrid meetings',
		stage: 'requests',
		type: 'jobaid',
		audience: 'All managers'
	},
	{
		key: 'req-excel',
		title: 'Spreadsheets for finance partners',
		stage: 'requests',
		type: 'course',
		audience: '35 finance partners'
	},
	{
		key: 'req-export',
		title: 'Export control update',
		stage: 'requests',
		type: 'course',
		sponsor: 'tom',
		mandatory: true,
		launch: 130,
		audience: 'Logistics and sales'
	},
	{
		key: 'req-onb-it',
		title: 'Onboarding: IT starters',
		stage: 'requests',
		type: 'curriculum',
		audience: '30 a year'
	},
	{
		key: 'req-rep',
		title: 'Field reps: new product line',
		stage: 'requests',
		type: 'video',
		sponsor: 'helena',
		launch: 100,
		audience: '160 field reps'
	},
	{
		key: 'req-neuro',
		title: 'Neurodiversity at work',
		stage: 'requests',
		type: 'workshop',
		audience: 'People partners'
	},
	{
		key: 'req-shift',
		title: 'Shift leads: difficult conversations',
		stage: 'requests',
		type: 'workshop',
		audience: '80 shift leads'
	}
];
