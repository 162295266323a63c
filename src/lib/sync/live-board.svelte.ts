// A board as runes: rows, save state, peers and notices that screens read, and the verbs they call. One instance a board
// page. On the server (first render) it is an empty board and opens nothing.

import { tick } from 'svelte';
import * as Y from 'yjs';
import type { Day } from '#lib/domain/days.ts';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { EditContext, Outcome } from '#lib/doc/edit-context.ts';
import type { CollectionName, EntityIn } from '#lib/model/board.ts';
import { isRole, type Actor } from '#lib/policy/roles.ts';
import { BoardSession, type Ending, type Surroundings } from './board-session.ts';
import type { BoundEdits } from './bound-edits.ts';
import type { Connection } from './connection.ts';
import { fetchUpdate } from './fetch-update.ts';
import { findBoard } from './find-board.ts';
import { ChangeFeed, type ChangeListener } from './change-feed.ts';
import { onceAFrame } from './frame.ts';
import { LateDesk } from './late-desk.ts';
import type { Notice, Peer, Presence, SaveState } from './live-types.ts';
import type { ServerMessage } from './messages.ts';
import type { PresenceRoom } from './presence.ts';
import type { Intent } from './outbox.ts';
import { SaveMeter } from './save-meter.svelte.ts';
import { exportIntents } from './unsent.ts';

/** Surroundings are those of a page where they are not given: sockets go to `/collab` of its host. */
export interface LiveBoardOptions extends Partial<Surroundings> {
	id: string;
	name: string;
	epoch: number;
	actor: Actor;
	today: Day;
	bounds: readonly number[];
	storage: 'postgres' | 'embedded';
}

export type { ChangeListener } from './change-feed.ts';

const NOTICES = 50;

export class LiveBoard {
	readonly id: string;
	readonly name: string;
	/** Day of the board's time zone. */
	today = $state.raw<Day>('');
	actor = $state.raw<Actor>() as Actor;
	/** Where the organisation's bands of load end (C-24). */
	bounds = $state.raw<readonly number[]>([]);
	/** True once there is something to show: the copy was not empty, or the server has answered. */
	isReady = $state.raw(false);
	/** True once the verbs are there: they are fetched once rows are shown, which need none. */
	isWritable = $state.raw(false);
	/** Why the board cannot be reached any more; null while it can. */
	ended = $state.raw<Ending | null>(null);
	peers = $state.raw<readonly Peer[]>([]);
	notices = $state.raw<readonly Notice[]>([]);
	canUndo = $state.raw(false);
	canRedo = $state.raw(false);
	/** How often the server said that saved views of the board changed. */
	viewsTold = $state.raw(0);

	#board = $state.raw<BoardDoc>() as BoardDoc;
	#context: EditContext;
	#feed: ChangeFeed;
	#meter: SaveMeter;
	#desk: LateDesk;
	#session: BoardSession | null = null;
	#room: PresenceRoom | null = null;
	#presence: Presence = {};
	#isKept = false;
	#noticeListeners: ((notice: Notice) => void)[] = [];
	#peerFrame = onceAFrame(() => this.#showPeers());

	constructor(options: LiveBoardOptions) {
		this.id = options.id;
		this.name = options.name;
		this.actor = options.actor;
		this.today = options.today;
		this.bounds = options.bounds;
		this.#meter = new SaveMeter(options.storage === 'embedded');
		this.#board = new BoardDoc(new Y.Doc());
		this.#feed = new ChangeFeed(this.#board, {
			isOwn: (origin) => origin === this.#context,
			personOf: (client) => this.#room?.whoIs(client)?.person ?? ''
		});
		this.#context = this.#makeContext(this.#board);
		this.#desk = new LateDesk({
			board: this.id,
			context: () => this.#context,
			note: (outcome, source) => this.#note(outcome, source),
			whoWrote: (collection, id, field) => this.#whoWrote(collection, id, field),
			onOpen: () => (this.isWritable = true)
		});
		if (typeof window !== 'undefined' || options.WebSocketPolyfill) this.#open(options);
	}

	/** The document behind; another one after a rejoin, so read it each time. */
	get doc(): BoardDoc {
		return this.#board;
	}

	/** Every verb, bound: asks the policy, writes, notes outbox and undo. Throws before `isWritable`. */
	get edits(): BoundEdits {
		return this.#desk.open.edits;
	}

	/** Fetches the verbs now, not after the first rows: for a screen that is of no use without them. */
	fetchVerbs(): void {
		void this.#desk.fetch();
	}

	/** Saved, saving, offline or not allowed, in words. */
	get save(): SaveState {
		return this.#meter.state;
	}

	/** The rows of a collection, a new view after each change of it. Own edits at once, others once a frame. */
	rows<C extends CollectionName>(collection: C): ReadonlyMap<string, EntityIn<C>> {
		return this.#feed.signals.rows(collection);
	}

	/** One row; whoever reads it runs again only when this row changes. */
	row<C extends CollectionName>(collection: C, id: string): EntityIn<C> | undefined {
		return this.#feed.signals.row(collection, id);
	}

	/** The modules of a project; whoever reads them runs again only when one of these changes. */
	modulesOf(project: string): EntityIn<'modules'>[] {
		return this.#feed.signals.modulesOf(project);
	}

	/** Hears of every change once it is announced; `by` is the person when one other person made it. */
	onChange(listener: ChangeListener): () => void {
		return this.#feed.listen(listener);
	}

	onNotice(listener: (notice: Notice) => void): () => void {
		this.#noticeListeners = [...this.#noticeListeners, listener];
		return () => {
			this.#noticeListeners = this.#noticeListeners.filter((one) => one !== listener);
		};
	}

	dismiss(key: string): void {
		this.notices = this.notices.filter((notice) => notice.key !== key);
	}

	/** Takes the last own edit back; refused, with a name, where somebody has changed it since. */
	undo(): Outcome {
		const outcome = this.#desk.open.undo.undo(this.#context);
		this.#note(outcome, 'undo');
		return outcome;
	}

	/** Of the edit just made: takes it back when called, whatever own edits came after it. */
	takeBackLater(): () => Outcome {
		const { undo } = this.#desk.open;
		const edit = undo.last;
		return () => {
			const outcome = undo.undoOne(this.#context, edit);
			this.#note(outcome, 'undo');
			return outcome;
		};
	}

	redo(): Outcome {
		const outcome = this.#desk.open.undo.redo(this.#context);
		this.#note(outcome, 'undo');
		return outcome;
	}

	/** Says what this page is doing; ten times a second at most, never written to the board. */
	setPresence(presence: Presence): void {
		this.#presence = { ...this.#presence, ...presence };
		this.#room?.set(presence);
	}

	/** The edits the server has not confirmed, as a JSON file to take along. */
	exportUnsent(): Blob {
		const intents = this.#session?.outbox.intents ?? [];
		return new Blob([exportIntents({ id: this.id, name: this.name }, intents)], {
			type: 'application/json'
		});
	}

	/** Forgets what could not be sent: for who has lost the board and has taken the file, or does not want it. */
	discardUnsent(): void {
		this.#session?.outbox.settle(() => true);
	}

	/** Lets go of everything; resolves once the copy on this device is closed. */
	async destroy(): Promise<void> {
		const session = this.#session;
		this.#session = null;
		this.#feed.stop();
		this.#peerFrame.cancel();
		this.#meter.destroy();
		this.#room?.destroy();
		await session?.destroy();
	}

	#open(options: LiveBoardOptions): void {
		const { protocol, host } =
			typeof location === 'undefined' ? { protocol: '', host: '' } : location;
		const session = new BoardSession(
			{
				board: options.id,
				user: options.actor.user,
				epoch: options.epoch,
				url: options.url ?? `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/collab`,
				now: () => Date.now(),
				newId: () => Math.random().toString(36).slice(2, 12),
				findBoard: options.findBoard ?? findBoard,
				fetchUpdate: options.fetchUpdate ?? fetchUpdate,
				WebSocketPolyfill: options.WebSocketPolyfill
			},
			{
				onBoard: (board) => this.#turnTo(board),
				onWire: (wire) => this.#enterRoom(wire),
				onLink: (link) => this.#meter.turn(link),
				onProgress: () => this.#showProgress(),
				onMessage: (message) => this.#hear(message),
				onReplay: (stranded) => this.#replay(stranded),
				untilWritable: () => tick().then(() => this.#desk.fetch()),
				onEnd: (ending) => this.#end(ending)
			}
		);
		this.#session = session;
		void session.open();
	}

	#showRows(): void {
		if (this.isReady) return;
		this.isReady = true;
		// First the picture, then what it can do without.
		void tick().then(() => this.#desk.fetch());
	}

	#makeContext(board: BoardDoc): EditContext {
		const actor = (): Actor => this.actor;
		return {
			board,
			get actor() {
				return actor();
			},
			today: () => this.today,
			now: () => Date.now(),
			random: () => Math.random()
		};
	}

	#turnTo(board: BoardDoc): void {
		this.#board = board;
		this.#context = this.#makeContext(board);
		this.#feed.turnTo(board);
		if (board.rows('stages').size > 0) this.#showRows();
	}

	#enterRoom(wire: Connection): void {
		const before = this.#room;
		this.#room = wire.openRoom(this.#presence, () => this.#peerFrame.ask());
		if (before) {
			this.#room.learnFrom(before);
			before.destroy();
		}
	}

	#note(outcome: Outcome<unknown>, source: 'edit' | 'undo' | 'replay' = 'edit'): void {
		if (!outcome.ok) {
			if (source === 'edit') this.#meter.refuse(outcome.denied.remedy);
		} else if (outcome.changes.length > 0) {
			this.#meter.refuse('');
			this.#session?.note(outcome.changes);
			// A replay says again what its edit has noted for undo already.
			if (source === 'edit') this.#desk.open.undo.push(outcome.changes);
		}
		this.#showUndo();
	}

	#hear(message: ServerMessage): void {
		const at = Date.now();
		if (message.t === 'denied')
			for (const denied of message.denied) {
				this.#takeBack(denied.collection, denied.id, denied.field);
				this.#meter.refuse(denied.remedy);
				this.#desk.use((desk) => this.#tell(desk.denialNotice(this.#board, denied, at)));
			}
		if (message.t === 'superseded')
			for (const change of message.superseded) {
				this.#takeBack(change.collection, change.id, change.field);
				this.#desk.use((desk) => this.#tell(desk.supersededNotice(this.#board, change, at)));
			}
		if (message.t === 'bands') this.bounds = message.bounds;
		if (message.t === 'views') this.viewsTold++;
		if (message.t === 'access' && isRole(message.role)) {
			const preset = message.preset === 'small-team' ? 'small-team' : 'standard';
			this.actor = { ...this.actor, role: message.role, person: message.person, preset };
		}
	}

	#takeBack(collection: CollectionName, id: string, field: string): void {
		this.#session?.outbox.drop(collection, id, field);
		// What this page can undo, it has written at the desk.
		this.#desk.found?.undo.forget(collection, id, field);
		this.#showUndo();
	}

	#replay(stranded: readonly Intent[]): void {
		for (const notice of this.#desk.open.replay(stranded, Date.now())) this.#tell(notice);
	}

	#end(ending: Ending): void {
		this.ended = ending;
		this.#meter.turn('closed');
		const { kept } = this.save;
		this.#desk.use((desk) => this.#tell(desk.endingNotice(ending, kept, Date.now())));
	}

	#tell(notice: Notice): void {
		this.notices = [...this.notices, notice].slice(-NOTICES);
		for (const listener of this.#noticeListeners) listener(notice);
	}

	#showProgress(): void {
		const session = this.#session;
		if (!session) return;
		const { isConfirmed, savedAt } = session;
		if (savedAt !== null && !this.#isKept) {
			this.#isKept = true;
			this.#showRows();
			void import('./page-cache.ts').then(({ keepPages }) => keepPages(this.actor.user, this.id));
		}
		this.#meter.report({ kept: session.outbox.kept, isConfirmed, savedAt });
	}

	#showPeers(): void {
		this.peers = this.#room?.peers(this.actor.person) ?? [];
	}

	#showUndo(): void {
		this.canUndo = this.#desk.found?.undo.canUndo ?? false;
		this.canRedo = this.#desk.found?.undo.canRedo ?? false;
	}

	#whoWrote(collection: CollectionName, id: string, field: string): string {
		const client = this.#board.lastWriter(collection, id, field);
		return (client === null ? undefined : this.#room?.whoIs(client)?.name) ?? 'Somebody else';
	}
}
