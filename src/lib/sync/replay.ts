// Writes kept edits again on the document that stands now, as the ordinary edits they are: the policy is asked anew.

import { attempt } from '#lib/doc/changes.ts';
import type { EditContext, Outcome } from '#lib/doc/edit-context.ts';
import type { FieldIntent, Replay } from './rebase.ts';

/**
 * One outcome for each record, or for each field of a record that could not be written together. Fields of a record go
 * together because they may need each other: a move and its reason.
 */
export function replayOn(ctx: EditContext, replay: Replay): Outcome[] {
	const outcomes: Outcome[] = replay.creations.map(({ collection, id, record }) =>
		attempt(ctx, (plan) => plan.create(collection, id, record as never))
	);
	for (const writes of groupByRecord(replay.writes)) {
		const together = writeAll(ctx, writes);
		if (together.ok || writes.length === 1) outcomes.push(together);
		else for (const write of writes) outcomes.push(writeAll(ctx, [write]));
	}
	return outcomes;
}

function writeAll(ctx: EditContext, writes: readonly FieldIntent[]): Outcome {
	return attempt(ctx, (plan) => {
		for (const { collection, id, field, value } of writes)
			plan.write(collection, id, field as never, value as never);
	});
}

function groupByRecord(writes: readonly FieldIntent[]): FieldIntent[][] {
	const groups = new Map<string, FieldIntent[]>();
	for (const write of writes) {
		const key = `${write.collection}/${write.id}`;
		const group = groups.get(key);
		if (group) group.push(write);
		else groups.set(key, [write]);
	}
	return [...groups.values()];
}
