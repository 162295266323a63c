// wx-svelte-gantt: one bar a row.
import { flushSync, mount } from 'svelte';
import {
	countDrawn,
	DAYS,
	findInside,
	findScroller,
	listBars,
	PX_PER_DAY,
	toDate
} from './plan.js';
import WxGantt from './WxGantt.svelte';

const byDay = [
	{ unit: 'month', step: 1, format: '%F %Y' },
	{ unit: 'day', step: 1, format: '%j' }
];
const byWeek = [
	{ unit: 'year', step: 1, format: '%Y' },
	{ unit: 'week', step: 1, format: '%w' }
];
const first = {
	scales: byDay,
	cellWidth: PX_PER_DAY,
	start: toDate(0),
	end: toDate(DAYS)
};
let chart;

window.peer = {
	load(count, rows) {
		const tasks = listBars(count, rows).map((bar) => ({
			id: bar.id,
			text: bar.name,
			start: toDate(bar.start),
			end: toDate(bar.start + bar.days),
			type: 'task',
			parent: 0,
			progress: 0
		}));
		return () => {
			chart = mount(WxGantt, {
				target: document.getElementById('app'),
				props: { tasks, first }
			});
			flushSync();
		};
	},
	isThere: () => countDrawn('.wx-bar') > 0,
	scroller: findScroller,
	zoomOut: () => chart.turn({ scales: byWeek, cellWidth: 60 }),
	zoomIn: () => chart.turn({ scales: byDay, cellWidth: PX_PER_DAY }),
	findHandle: () => findInside('.wx-bar'),
	countDrawn: () => countDrawn('.wx-bar')
};
