// Requests for sign-offs and the sign-offs themselves. A row is never deleted: what is withdrawn stays as such.
import { and, asc, eq } from 'drizzle-orm';
import type { ApprovalKind } from '#lib/domain/conditions.ts';
import type { Reach } from './reach.ts';
import { approvals } from './schema.ts';

export interface ApprovalRow {
	id: string;
	board: string;
	project: string;
	/** Empty for the project as a whole. */
	module: string;
	kind: string;
	/** A person's id or `team`; empty when nobody was asked. */
	askedOf: string;
	askedOn: string | null;
	/** Empty while it is waited for. */
	by: string;
	at: Date | null;
	solo: boolean;
	revoked: boolean;
	reason: string;
}

/** What a sign-off is about. */
export interface ApprovalSubject {
	project: string;
	module: string;
	kind: ApprovalKind;
}

export async function listApprovals(db: Reach, board: string): Promise<ApprovalRow[]> {
	return db.select().from(approvals).where(eq(approvals.board, board)).orderBy(asc(approvals.id));
}

export async function findApproval(
	db: Reach,
	board: string,
	id: string
): Promise<ApprovalRow | undefined> {
	const [found] = await db
		.select()
		.from(approvals)
		.where(and(eq(approvals.board, board), eq(approvals.id, id)));
	return found;
}

/** What stands for a subject: given or waited for, not withdrawn. */
export async function listStanding(
	db: Reach,
	board: string,
	subject: ApprovalSubject
): Promise<ApprovalRow[]> {
	return db
		.select()
		.from(approvals)
		.where(
			and(
				eq(approvals.board, board),
				eq(approvals.project, subject.project),
				eq(approvals.module, subject.module),
				eq(approvals.kind, subject.kind),
				eq(approvals.revoked, false)
			)
		)
		.orderBy(asc(approvals.id));
}

export async function addApproval(db: Reach, approval: ApprovalRow): Promise<void> {
	await db.insert(approvals).values(approval);
}

export async function changeApproval(
	db: Reach,
	id: string,
	change: Partial<Pick<ApprovalRow, 'by' | 'at' | 'solo' | 'revoked' | 'reason'>>
): Promise<void> {
	await db.update(approvals).set(change).where(eq(approvals.id, id));
}
