// Time off. The kind stays here: boards are told dates, minutes and whether it is approved.
import { asc, eq, inArray } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { absences } from './schema.ts';

export const absenceKinds = {
	leave: 'Annual leave',
	sick: 'Sick leave',
	parental: 'Parental leave',
	training: 'Training',
	duty: 'Public duty',
	other: 'Other'
} as const;
export type AbsenceKind = keyof typeof absenceKinds;

export interface AbsenceRow {
	id: string;
	person: string;
	from: string;
	to: string;
	/** Null for whole days. */
	minutesPerDay: number | null;
	kind: string;
	/** `requested` or `approved`. */
	status: string;
}

export async function listAbsences(db: Reach, persons: string[]): Promise<AbsenceRow[]> {
	if (persons.length === 0) return [];
	return db
		.select()
		.from(absences)
		.where(inArray(absences.person, persons))
		.orderBy(asc(absences.from), asc(absences.id));
}

/** What boards may be told: everything but its kind. */
export async function listShownAbsences(
	db: Reach,
	persons: string[]
): Promise<Omit<AbsenceRow, 'kind'>[]> {
	if (persons.length === 0) return [];
	const { id, person, from, to, minutesPerDay, status } = absences;
	return db
		.select({ id, person, from, to, minutesPerDay, status })
		.from(absences)
		.where(inArray(person, persons));
}

export async function findAbsence(db: Reach, id: string): Promise<AbsenceRow | undefined> {
	const [found] = await db.select().from(absences).where(eq(absences.id, id));
	return found;
}

export async function addAbsence(db: Reach, absence: AbsenceRow): Promise<void> {
	await db.insert(absences).values(absence);
}

export async function approveAbsence(db: Reach, id: string): Promise<void> {
	await db.update(absences).set({ status: 'approved' }).where(eq(absences.id, id));
}

/** Puts the row in place of the one with its id, or adds it. */
export async function putAbsence(db: Reach, absence: AbsenceRow): Promise<void> {
	const { id: _id, ...values } = absence;
	await db
		.insert(absences)
		.values(absence)
		.onConflictDoUpdate({ target: absences.id, set: values });
}

export async function deleteAbsence(db: Reach, id: string): Promise<void> {
	await db.delete(absences).where(eq(absences.id, id));
}
