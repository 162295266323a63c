// The small typed language an entity is written in. A field knows its type, its value check, its columns in a table and
// who may write it; how its kind stands in the cells of a table is cells.ts, which a board is shown without. It refuses
// values; it never repairs them in the document.

/**
 * Who may write a field, before the finer rules of policy/can.ts:
 * `plan` owners and planners; `lead` also the designer who leads the project or module; `work` also the task's
 * assignee; `talk` its author; `once` only while the record is created; `server` nobody but the server.
 */
export type Writer = 'plan' | 'lead' | 'work' | 'talk' | 'once' | 'server';

export interface Field<T> {
	readonly kind: string;
	readonly label: string;
	readonly unit: string;
	readonly who: Writer;
	/** What a missing or unreadable value means. */
	readonly empty: T;
	/** Column headings in a table, one or two. */
	readonly headings: readonly string[];
	/** Null when `value` may stand in the document, else what is wrong with it. */
	check(value: unknown): string | null;
	/** For `ref` fields: the collection pointed to. */
	readonly refersTo?: string;
	/** For `choice` fields: the options in their order. */
	readonly options?: readonly { value: string; label: string }[];
	/** For fields of named settings: the names in their order. */
	readonly keys?: readonly string[];
	/** For text fields: may run over several lines. */
	readonly multiline?: boolean;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

export interface FieldSpec {
	label: string;
	who?: Writer;
	unit?: string;
}

/** Builds a field from its parts; `label` serves as the only heading where none are given. */
export function field<T>(
	kind: string,
	spec: FieldSpec,
	parts: Pick<Field<T>, 'empty' | 'check'> &
		Partial<Pick<Field<T>, 'headings' | 'refersTo' | 'options' | 'keys' | 'multiline'>>
): Field<T> {
	return {
		kind,
		label: spec.label,
		unit: spec.unit ?? '',
		who: spec.who ?? 'plan',
		headings: [spec.label],
		...parts
	};
}

/** A refused value as a message may show it. Never calls into it: it may come from a hostile document. */
export function show(value: unknown): string {
	if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value;
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
