// Answers collaboration's questions from storage and sessions.
import { defaultBounds } from '#lib/domain/bands.ts';
import type { Auth } from '../auth/auth.ts';
import type { Clock } from '../clock.ts';
import { findBoardPlace } from '../db/board-place.ts';
import type { Db } from '../db/db.ts';
import { listMembers } from '../db/memberships.ts';
import type { CollabDeps } from './deps.ts';
import { findElsewhere } from './find-elsewhere.ts';
import { openBoardLog } from './log.ts';

export interface LiveServices {
	db: Db;
	auth: Pick<Auth, 'membershipOf' | 'isLive'>;
	clock: Clock;
	log: CollabDeps['log'];
}

export function liveDeps({ db, auth, clock, log }: LiveServices): CollabDeps {
	return {
		log,
		openLog: (boardId, epoch) => openBoardLog(db, boardId, epoch),
		findPlace: (boardId) => findBoardPlace(db.orm, boardId),
		findPersons: async (boardId) =>
			new Map((await listMembers(db.orm, boardId)).map(({ user, person }) => [user, person])),
		findElsewhere: (boardId, people) => findElsewhere(db.orm, boardId, people, clock.today()),
		isLive: (session) => auth.isLive(session),
		now: () => clock.now(),
		today: (timeZone) => clock.today(timeZone === '' ? undefined : timeZone),
		async findStanding(user, boardId) {
			const membership = await auth.membershipOf(user, boardId);
			const place = membership && (await findBoardPlace(db.orm, boardId));
			if (!membership || !place) return undefined;
			const { person, role, preset, loadBounds } = membership;
			return {
				actor: { user, person, role, preset },
				epoch: place.epoch,
				bounds: loadBounds ?? defaultBounds
			};
		}
	};
}
