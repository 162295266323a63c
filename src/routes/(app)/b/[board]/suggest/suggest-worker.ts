// Looks for suggestions beside the page, so that the page stays quick; is stopped by being ended. Reads what it is sent and
// nothing else.

import type { Plan } from '#lib/domain/levelling/plan.ts';
import {
	suggestChanges,
	type SuggestOptions,
	type SuggestProgress,
	type Suggestions
} from '#lib/domain/levelling/suggest.ts';

export interface SuggestQuestion {
	plan: Plan;
	options: SuggestOptions;
}

export type SuggestAnswer =
	{ is: 'progress'; progress: SuggestProgress } | { is: 'found'; found: Suggestions };

addEventListener('message', ({ data }: MessageEvent<SuggestQuestion>) => {
	const answer = (said: SuggestAnswer): void => postMessage(said);
	const steps = suggestChanges(data.plan, data.options);
	for (;;) {
		const step = steps.next();
		if (step.done) return answer({ is: 'found', found: step.value });
		answer({ is: 'progress', progress: step.value });
	}
});
