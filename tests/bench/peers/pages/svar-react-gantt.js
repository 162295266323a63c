// @svar-ui/react-gantt: one bar a row.
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Gantt, Willow } from '@svar-ui/react-gantt';
import '@svar-ui/react-gantt/all.css';
import {
	countDrawn,
	DAYS,
	findInside,
	findScroller,
	listBars,
	PX_PER_DAY,
	toDate
} from './plan.js';

const full = document.createElement('style');
full.textContent = '.wx-theme, .wx-willow-theme { height: 100% }';
document.head.append(full);

const byDay = [
	{ unit: 'month', step: 1, format: '%F %Y' },
	{ unit: 'day', step: 1, format: '%j' }
];
const byWeek = [
	{ unit: 'year', step: 1, format: '%Y' },
	{ unit: 'week', step: 1, format: '%w' }
];
const columns = [{ id: 'text', header: 'Name', width: 220 }];
const links = [];
const [start, end] = [toDate(0), toDate(DAYS)];
let zoom = () => undefined;

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
		function App() {
			const [far, setFar] = useState(false);
			zoom = setFar;
			const props = {
				...{ tasks, links, start, end, columns, cellHeight: 28 },
				scales: far ? byWeek : byDay,
				cellWidth: far ? 60 : PX_PER_DAY
			};
			const style = { width: 1600, height: 900 };
			return createElement(
				'div',
				{ style },
				createElement(Willow, null, createElement(Gantt, props))
			);
		}
		return () => createRoot(document.getElementById('app')).render(createElement(App));
	},
	isThere: () => countDrawn('.wx-bar') > 0,
	scroller: findScroller,
	zoomOut: () => zoom(true),
	zoomIn: () => zoom(false),
	findHandle: () => findInside('.wx-bar'),
	countDrawn: () => countDrawn('.wx-bar')
};
