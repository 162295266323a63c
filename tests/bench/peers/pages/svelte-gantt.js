// svelte-gantt: many bars a row, as ours.
import { SvelteGantt, SvelteGanttTable } from 'svelte-gantt';
import {
	countDrawn,
	DAY_MS,
	DAYS,
	findInside,
	FROM,
	listBars,
	listRows,
	PX_PER_DAY
} from './plan.js';

const at = (day) => FROM + day * DAY_MS;
const byDay = {
	columnUnit: 'day',
	minWidth: DAYS * PX_PER_DAY,
	headers: [
		{ unit: 'month', format: 'MMM YYYY' },
		{ unit: 'day', format: 'DD' }
	]
};
const byWeek = {
	columnUnit: 'week',
	minWidth: 52 * 60,
	headers: [
		{ unit: 'year', format: 'YYYY' },
		{ unit: 'week', format: 'w' }
	]
};
let chart;

window.peer = {
	load(count, rows) {
		const tasks = listBars(count, rows).map((bar) => ({
			id: bar.id,
			resourceId: bar.row,
			label: bar.name,
			from: at(bar.start),
			to: at(bar.start + bar.days)
		}));
		const people = listRows(rows).map((row) => ({ id: row.id, label: row.name }));
		return () => {
			chart = new SvelteGantt({
				target: document.getElementById('app'),
				props: {
					...byDay,
					rows: people,
					tasks,
					from: at(0),
					to: at(DAYS),
					fitWidth: false,
					rowHeight: 28,
					rowPadding: 4,
					columnOffset: 1,
					magnetUnit: 'day',
					magnetOffset: 1,
					tableHeaders: [{ title: 'Name', property: 'label', width: 220 }],
					ganttTableModules: [SvelteGanttTable],
					tableWidth: 240
				}
			});
		};
	},
	isThere: () => countDrawn('.sg-task') > 0,
	scroller: () => document.querySelector('.sg-timeline-body'),
	zoomOut: () => chart.$set(byWeek),
	zoomIn: () => chart.$set(byDay),
	findHandle: () => findInside('.sg-task'),
	countDrawn: () => countDrawn('.sg-task')
};
