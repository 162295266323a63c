// Invitations, by the hash of their token. Each is used once, until it expires or is withdrawn.
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '#lib/policy/roles.ts';
import type { Reach } from './reach.ts';
import { boards, invitations } from './schema.ts';

export interface Invitation {
	tokenHash: string;
	organisation: string;
	board: string;
	boardName: string;
	email: string;
	role: Role;
	person: string | null;
	expiresAt: Date;
}

const open = (now: Date) =>
	and(
		isNull(invitations.usedAt),
		isNull(invitations.revokedAt),
		gt(invitations.expiresAt, now),
		isNull(boards.archivedAt)
	);

function select(db: Reach) {
	return db
		.select({
			tokenHash: invitations.tokenHash,
			organisation: invitations.organisation,
			board: invitations.board,
			boardName: boards.name,
			email: invitations.email,
			role: invitations.role,
			person: invitations.person,
			expiresAt: invitations.expiresAt
		})
		.from(invitations)
		.innerJoin(boards, eq(boards.id, invitations.board));
}

export async function findOpenInvitation(
	db: Reach,
	tokenHash: string,
	now: Date
): Promise<Invitation | undefined> {
	const [found] = await select(db).where(and(eq(invitations.tokenHash, tokenHash), open(now)));
	return found;
}

export async function listOpenInvitations(
	db: Reach,
	board: string,
	now: Date
): Promise<Invitation[]> {
	return select(db)
		.where(and(eq(invitations.board, board), open(now)))
		.orderBy(desc(invitations.createdAt));
}

export async function addInvitation(
	db: Reach,
	invitation: Omit<Invitation, 'boardName'>
): Promise<void> {
	await db.insert(invitations).values(invitation);
}

/** Takes the invitation for good; false when it was used, withdrawn or has expired meanwhile. */
export async function consumeInvitation(db: Reach, tokenHash: string, now: Date): Promise<boolean> {
	const taken = await db
		.update(invitations)
		.set({ usedAt: now })
		.where(
			and(
				eq(invitations.tokenHash, tokenHash),
				isNull(invitations.usedAt),
				isNull(invitations.revokedAt),
				gt(invitations.expiresAt, now)
			)
		)
		.returning({ tokenHash: invitations.tokenHash });
	return taken.length > 0;
}

/** False when this board has no such open invitation. */
export async function revokeInvitation(
	db: Reach,
	board: string,
	tokenHash: string,
	now: Date
): Promise<boolean> {
	const gone = await db
		.update(invitations)
		.set({ revokedAt: now })
		.where(
			and(
				eq(invitations.tokenHash, tokenHash),
				eq(invitations.board, board),
				isNull(invitations.usedAt),
				isNull(invitations.revokedAt)
			)
		)
		.returning({ tokenHash: invitations.tokenHash });
	return gone.length > 0;
}
