// dhtmlx-gantt: one bar a row.
import { gantt } from 'dhtmlx-gantt';
import 'dhtmlx-gantt/codebase/dhtmlxgantt.css';
import { countDrawn, DAYS, findInside, listBars, PX_PER_DAY, toDate } from './plan.js';

const byDay = [
	{ unit: 'month', step: 1, format: '%M %Y' },
	{ unit: 'day', step: 1, format: '%d' }
];
const byWeek = [
	{ unit: 'year', step: 1, format: '%Y' },
	{ unit: 'week', step: 1, format: 'W%W' }
];

function show(scales, widthPx) {
	gantt.config.scales = scales;
	gantt.config.min_column_width = widthPx;
}

window.peer = {
	load(count, rows) {
		const data = listBars(count, rows).map((bar) => ({
			id: bar.id,
			text: bar.name,
			start_date: toDate(bar.start),
			end_date: toDate(bar.start + bar.days),
			parent: 0
		}));
		return () => {
			Object.assign(gantt.config, {
				show_task_cells: false,
				row_height: 28,
				scale_height: 50,
				start_date: toDate(0),
				end_date: toDate(DAYS),
				drag_links: false,
				columns: [{ name: 'text', width: 220 }]
			});
			show(byDay, PX_PER_DAY);
			gantt.init('app');
			gantt.parse({ data, links: [] });
		};
	},
	isThere: () => countDrawn('.gantt_task_line') > 0,
	scroller: () => document.querySelector('.gantt_ver_scroll'),
	zoomOut() {
		show(byWeek, 60);
		gantt.render();
	},
	zoomIn() {
		show(byDay, PX_PER_DAY);
		gantt.render();
	},
	findHandle: () => findInside('.gantt_task_line'),
	countDrawn: () => countDrawn('.gantt_task_line')
};
