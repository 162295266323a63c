// The plan of the house: which room may import which, which package has which door, and where refused code should go.

/** A room is a folder with a name for what it knows. `outside` is what never ships: tests, scripts, migrations. */
export type Room =
	| 'domain'
	| 'model'
	| 'policy'
	| 'doc'
	| 'sync'
	| 'chart'
	| 'ui'
	| 'server'
	| 'routes'
	| 'page-server'
	| 'outside';

/** Who may be imported from a room, and what to do with code that wants more. Type imports count. */
export const walls: Record<Exclude<Room, 'outside'>, { may: Room[]; instead: string }> = {
	domain: {
		may: [],
		instead:
			'domain imports nothing: take what you need as an argument, or move the code to model, policy or doc'
	},
	model: {
		may: ['domain'],
		instead:
			'model says what a board is made of: a rule about rights goes to policy, reading a document to doc'
	},
	policy: {
		may: ['domain', 'model'],
		instead: 'policy judges plain facts: gather them in doc or server and pass them in'
	},
	doc: {
		may: ['domain', 'model', 'policy'],
		instead:
			'doc is the typed door to the Y.Doc: connections and runes go to sync, storage to server'
	},
	sync: {
		may: ['domain', 'model', 'policy', 'doc'],
		instead:
			'sync is the browser end of the wire: what it shows belongs to routes, what it draws with to ui or chart'
	},
	chart: {
		may: [],
		instead:
			'chart knows days and pixels only (of domain, days.ts): pass people and bars in as plain values'
	},
	ui: {
		may: [],
		instead:
			'ui knows no domain: pass text and callbacks in, and put what knows the domain into its route'
	},
	server: {
		may: ['domain', 'model', 'policy', 'doc', 'server'],
		instead:
			'server never sees the browser: what both need goes down to doc, policy, model or domain'
	},
	routes: {
		may: ['domain', 'model', 'policy', 'doc', 'sync', 'chart', 'ui', 'routes'],
		instead:
			'a page reaches the server over HTTP or the document: put this into a +server.ts or *.server.ts beside it'
	},
	'page-server': {
		may: ['domain', 'model', 'policy', 'doc', 'chart', 'server', 'page-server'],
		instead:
			'this runs on the server: what lives in the browser (sync, ui) belongs to the page beside it'
	}
};

/** The one file of domain that chart may import. */
export const chartMayImport = 'src/lib/domain/days.ts';

/** The one file of server that Kit's code may import as a value; anything else would be bundled a second time. */
export const liveObjects = 'server/services.ts';

/** One outside package, one door. */
export const doors: { packages: RegExp; through: RegExp; say: string }[] = [
	{
		packages: /^(yjs|y-protocols|lib0)(\/|$)/,
		through: /^(src\/lib\/doc|src\/lib\/sync|server\/collab)\//,
		say: 'use a verb or a reader of doc, or add one there'
	},
	{
		packages: /^y-indexeddb$/,
		through: /^src\/lib\/sync\//,
		say: 'the copy on the device belongs to sync'
	},
	{
		packages: /^y-websocket$/,
		through: /^tests\//,
		say: 'it is the other client in interop tests and benches'
	},
	{
		packages: /^@hocuspocus\/provider$/,
		through: /^src\/lib\/sync\//,
		say: 'connections belong to sync'
	},
	{
		packages: /^@hocuspocus\/(?!provider)/,
		through: /^server\/collab\//,
		say: 'the live document belongs to server/collab'
	},
	{
		packages: /^(drizzle-orm|postgres)(\/|$)/,
		through: /^(server\/db\/|server\/auth\/[a-z-]*adapter)/,
		say: 'write a query in server/db and call it'
	},
	{
		packages: /^@electric-sql\//,
		through: /^server\/db\//,
		say: 'embedded storage belongs to server/db'
	},
	{
		packages: /^(lucia|@lucia-auth\/.*|@node-rs\/argon2)$/,
		through: /^server\/auth\//,
		say: 'sessions and passwords stay in the one room server/auth'
	},
	{
		packages: /^d3(-(selection|drag|zoom|axis|brush|transition|dispatch))?$/,
		through: /^src\/lib\/chart\//,
		say: 'make it an attachment or a scale in chart'
	},
	{
		packages: /^(ws|pino|rate-limiter-flexible|date-holidays)(\/|$)/,
		through: /^server\//,
		say: 'it belongs to server'
	}
];

/** Rooms that run without a browser, and what they must never import. */
export const withoutBrowser: Room[] = ['domain', 'model', 'policy', 'doc', 'server'];
export const browserPackages =
	/^(svelte|@sveltejs|bits-ui|@lucide|svelte-sonner|tinykeys|virtua|@atlaskit|d3.*)(\/|$)|^\$app\//;

/** Rooms whose result may depend on nothing but their arguments. */
export const pureRooms: Room[] = ['domain', 'model', 'policy'];

/** Names that gather what belongs nowhere. */
export const drawers = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'types', 'misc'];

/** Longest file in lines, and the length that nine in ten stay under. */
export const longest = 350;
export const usual = 220;

/** Tables and fixtures that are long because what they list is long. */
export const mayBeLong = [/^tests\/data\//, /^server\/demo\//];
