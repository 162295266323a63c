// Duties say whom a gate asks. They give no access: who may write what is the policy's business.

export type DutyKey =
	'lead' | 'sponsor' | 'sme' | 'qa' | 'accessibility' | 'legal' | 'lms' | 'localisation';

/** Person id, 'team', 'unused' ("not used here") or '' (empty: falls back to the lead, then the owner). */
export type Duties = { [K in DutyKey]?: string };

export type DutyHolder =
	| { kind: 'person'; person: string; coveredBy: 'self' | 'lead' | 'owner' }
	| { kind: 'team' }
	| { kind: 'unused' };

/** What people read for each duty. */
export const dutyWords: Record<DutyKey, string> = {
	lead: 'lead',
	sponsor: 'sponsor',
	sme: 'SME',
	qa: 'QA',
	accessibility: 'accessibility',
	legal: 'legal',
	lms: 'LMS',
	localisation: 'localisation'
};

/**
 * GT-10: whom a gate asks. An empty duty falls to the lead, then to the owner; a lead who is the
 * team covers as the team. Without an owner the person is '' (nobody), which matches no one.
 */
export function resolveDuty(duties: Duties, key: DutyKey, ownerPerson: string): DutyHolder {
	const own = duties[key] ?? '';
	if (own === 'unused') return { kind: 'unused' };
	if (own === 'team') return { kind: 'team' };
	if (own !== '') return { kind: 'person', person: own, coveredBy: 'self' };
	const lead = key === 'lead' ? '' : (duties.lead ?? '');
	if (lead === 'team') return { kind: 'team' };
	if (lead !== '' && lead !== 'unused') return { kind: 'person', person: lead, coveredBy: 'lead' };
	return { kind: 'person', person: ownerPerson, coveredBy: 'owner' };
}
