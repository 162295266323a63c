// The five access roles of a board and what is known of whoever acts. Access is not duty: whom a gate asks is
// said by duties (domain/gates.ts), never by a role.

export const roles = {
	owner: 'Owner',
	planner: 'Planner',
	leader: 'Leader',
	designer: 'Contributor',
	viewer: 'Viewer'
} as const;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];

/** `standard`: roles as they are. `small-team`: everyone but viewers plans, any colleague approves. */
export type Preset = 'standard' | 'small-team';

export interface Actor {
	/** Login. */
	user: string;
	/** Person of the organisation behind the login; empty for a login that is nobody on the plan. */
	person: string;
	role: Role;
	preset: Preset;
}

/** True for those who may edit the whole plan (rules P-4, P-14). */
export function plans(actor: Actor): boolean {
	if (actor.role === 'owner' || actor.role === 'planner') return true;
	return actor.preset === 'small-team' && actor.role !== 'viewer';
}

export function isRole(value: unknown): value is Role {
	return typeof value === 'string' && Object.hasOwn(roles, value);
}
