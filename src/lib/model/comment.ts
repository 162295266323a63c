// A comment on a project, a module or a task. Its author may mend or withdraw it; nobody else writes it.

import { entity } from './entity.ts';
import { flag, instant, ref, text } from './plain-fields.ts';

export const comments = entity({
	name: 'comments',
	label: 'Comment',
	plural: 'Comments',
	prefix: 'cmt',
	fields: {
		project: ref({ label: 'Project', to: 'projects', who: 'once' }),
		module: ref({ label: 'Module', to: 'modules', who: 'once' }),
		task: ref({ label: 'Task', to: 'tasks', who: 'once' }),
		author: ref({ label: 'Author', to: 'people', who: 'once' }),
		body: text({ label: 'Comment', who: 'talk', max: 4000, multiline: true }),
		at: instant({ label: 'Written at', who: 'once' }),
		archived: flag({ label: 'Withdrawn', who: 'talk' })
	}
});
