// Judges readings against the plan of the house. Every fault names the file and says where its code should go.
import path from 'node:path';
import type { Import, Reading } from './read.ts';
import {
	browserPackages,
	chartMayImport,
	doors,
	drawers,
	liveObjects,
	longest,
	mayBeLong,
	pureRooms,
	walls,
	withoutBrowser,
	type Room
} from './walls.ts';

/** Returns every fault of one file as a sentence; an empty list when it stands where it should. */
export function judge(reading: Reading): string[] {
	const room = findRoom(reading.path);
	if (!room)
		return [`${reading.path}: no room has this place; the rooms of src/lib are ${listRooms()}`];
	const faults = [
		...judgeName(reading.path),
		...judgeText(reading, room),
		...reading.imports.flatMap((each) => judgeImport(reading.path, room, each))
	];
	return faults.map((fault) => `${reading.path}: ${fault}`);
}

/** Returns the room a file belongs to, or undefined when the plan has none for it. */
export function findRoom(file: string): Room | undefined {
	const lib = /^src\/lib\/([^/]+)\/./.exec(file)?.[1];
	if (lib) return isLibRoom(lib) ? lib : undefined;
	if (file.startsWith('src/lib/')) return undefined;
	if (file.startsWith('server/')) return 'server';
	if (!file.startsWith('src/')) return 'outside';
	return /(\+server|\.server)(\.test)?\.ts$|^src\/app\.d\.ts$/.test(file)
		? 'page-server'
		: 'routes';
}

/** Tests, and suites (`x-suite.ts`) that two tests run on different storages. */
function isTestCode(file: string): boolean {
	return /(\.test|-suite)\.ts$/.test(file);
}

/** The screens of a board: no field of theirs is there before their code. */
const isDrawnByBrowser = (file: string): boolean => file.startsWith('src/routes/(app)/b/[board]/');

function isLibRoom(name: string): name is Exclude<Room, 'outside'> {
	return name in walls && !['server', 'routes', 'page-server'].includes(name);
}

function listRooms(): string {
	return Object.keys(walls).filter(isLibRoom).join(', ');
}

function judgeName(file: string): string[] {
	const faults = [];
	const drawer = file.split('/').find((part) => drawers.includes(part.split('.')[0] ?? ''));
	if (drawer) {
		faults.push(
			`"${drawer}" gathers what belongs nowhere; name the file after what it does, beside the code that needs it`
		);
	}
	const name = path.posix.basename(file);
	if (name.endsWith('.svelte') && !/^(\+[a-z@-]+|[A-Z][A-Za-z0-9]*)\.svelte$/.test(name)) {
		faults.push('a component is called in PascalCase');
	}
	if (name.endsWith('.ts') && !/^\+?[a-z0-9]+(-[a-z0-9]+)*(@[a-z]*)?(\.[a-z-]+)*\.ts$/.test(name)) {
		faults.push('a module is called in kebab-case');
	}
	return faults;
}

function judgeText(reading: Reading, room: Room): string[] {
	const faults = [];
	if (reading.lines > longest && !mayBeLong.some((pattern) => pattern.test(reading.path))) {
		faults.push(
			`${reading.lines} lines, ${longest} are the most; take out the part that has a name of its own`
		);
	}
	if (reading.anys > 0) {
		faults.push(
			`the type any is written ${reading.anys} times; write unknown and narrow it, or say the type`
		);
	}
	const isTest = isTestCode(reading.path);
	const notes = reading.notes.filter((each) => !(isTest && each === '@ts-expect-error'));
	if (notes.length > 0 && !reading.path.startsWith('tests/architecture')) {
		faults.push(
			`"${notes.join('", "')}" is unfinished work; finish it, or open an issue and take the note out`
		);
	}
	if (reading.overwritten.length > 0 && !isDrawnByBrowser(reading.path)) {
		faults.push(
			`${reading.overwritten.join(' ')} loses what is typed before the page's code has come; write bind:value, defaultValue or defaultChecked`
		);
	}
	if (pureRooms.includes(room) && !isTest && reading.impure.length > 0) {
		faults.push(
			`${reading.impure.join(', ')} makes the rule depend on more than its arguments; take today or the id as one`
		);
	}
	return faults;
}

function judgeImport(file: string, room: Room, { specifier, typeOnly }: Import): string[] {
	if (/^\$lib(\/|$)/.test(specifier)) return [`"${specifier}" has two names; write #lib/...`];
	if (specifier === '$app/stores') return ['"$app/stores" is gone in Kit 3; use $app/state'];
	if (room === 'outside') return [];
	const target = resolveTarget(file, specifier);
	if (target === undefined) return judgePackage(file, room, specifier);
	if (path.posix.basename(target).startsWith('$types')) return [];
	return [...judgeSpelling(file, specifier, target), ...judgeWall(file, room, target, typeOnly)];
}

/** Returns the file in the tree a specifier means, or undefined for a package. */
function resolveTarget(file: string, specifier: string): string | undefined {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice(5)}`;
	if (specifier.startsWith('#server/')) return `server/${specifier.slice(8)}`;
	if (!specifier.startsWith('.')) return undefined;
	return path.posix.normalize(
		path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''))
	);
}

function judgeSpelling(file: string, specifier: string, target: string): string[] {
	if (!/\.(ts|svelte|css|json|svg|sql|woff2)$/.test(target)) {
		return [
			`"${specifier}" lacks its extension; Node reads the file as it is written, so say .ts, .svelte or .svelte.ts`
		];
	}
	const room = findRoom(file);
	const other = findRoom(target);
	const crosses =
		room !== other && [room, other].every((each) => each !== 'routes' && each !== 'page-server');
	const leavesRoutes =
		file.startsWith('src/routes/') &&
		!target.startsWith('src/routes/') &&
		target.startsWith('src/lib/');
	if (specifier.startsWith('.') && (crosses || leavesRoutes) && other !== 'outside') {
		const alias = target.replace(/^src\/lib\//, '#lib/').replace(/^server\//, '#server/');
		return [`"${specifier}" leaves its room by a relative path; write ${alias}`];
	}
	return [];
}

function judgeWall(
	file: string,
	room: Exclude<Room, 'outside'>,
	target: string,
	typeOnly: boolean
): string[] {
	const other = findRoom(target);
	if (!other) return [`"${target}" is in no room; the rooms of src/lib are ${listRooms()}`];
	if (other === 'outside') {
		return isTestCode(file) ? [] : [`${target} never ships; only tests may import it`];
	}
	if (room === 'chart' && target === chartMayImport) return [];
	if (room !== other && !walls[room].may.includes(other)) {
		return [`${room} must not import ${target}; ${walls[room].instead}`];
	}
	if (room === 'page-server' && other === 'server' && !typeOnly && target !== liveObjects) {
		return [
			`Kit bundles this file, so ${target} would live twice; reach it through services() of #server/services.ts, or write import type`
		];
	}
	return file.startsWith('src/routes/') && target.startsWith('src/routes/')
		? judgeNeighbours(file, target)
		: [];
}

/** A screen may use its own folder, the folders above and below it, the card and the saved views. */
function judgeNeighbours(file: string, target: string): string[] {
	const [from, to] = [`${path.posix.dirname(file)}/`, `${path.posix.dirname(target)}/`];
	if (from.startsWith(to) || to.startsWith(from) || /\/(card|views)\//.test(to)) return [];
	return [
		`a screen must not import another one (${target}); what two need moves down to a room of src/lib`
	];
}

function judgePackage(file: string, room: Exclude<Room, 'outside'>, specifier: string): string[] {
	if (isTestCode(file)) return [];
	const door = doors.find((each) => each.packages.test(specifier));
	if (door && !door.through.test(file))
		return [`${specifier} has one door, and this is not it; ${door.say}`];
	if (room === 'domain')
		return [`domain imports nothing, not even ${specifier}; ${walls.domain.instead}`];
	if (withoutBrowser.includes(room) && browserPackages.test(specifier) && !isDevTool(file)) {
		return [
			`${room} runs without a browser and must not import ${specifier}; ${walls[room].instead}`
		];
	}
	const inBrowser = file.startsWith('src/lib/') || room === 'routes';
	if (inBrowser && specifier.startsWith('node:')) {
		return [
			`${specifier} does not exist in a browser; what needs it goes to server, or to a *.server.ts`
		];
	}
	return [];
}

/** server/dev.ts is Vite's plugin: it runs on a developer's machine only. */
function isDevTool(file: string): boolean {
	return file === 'server/dev.ts';
}
