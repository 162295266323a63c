// vis-timeline: many bars a row, as ours. It has no element that scrolls; its own calls do it.
import { DataSet, Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { countDrawn, DAYS, findInside, listBars, listRows, PX_PER_DAY, toDate } from './plan.js';

let chart;

window.peer = {
	load(count, rows) {
		const groups = new DataSet(listRows(rows).map((row) => ({ id: row.id, content: row.name })));
		const items = new DataSet(
			listBars(count, rows).map((bar) => ({
				id: bar.id,
				group: bar.row,
				content: bar.name,
				start: toDate(bar.start),
				end: toDate(bar.start + bar.days)
			}))
		);
		return () => {
			chart = new Timeline(document.getElementById('app'), items, groups, {
				stack: false,
				width: '1600px',
				height: '900px',
				verticalScroll: true,
				horizontalScroll: true,
				zoomKey: 'ctrlKey',
				start: toDate(0),
				end: toDate(1360 / PX_PER_DAY),
				min: toDate(0),
				max: toDate(DAYS),
				editable: { updateTime: true, updateGroup: true },
				selectable: true,
				orientation: 'top',
				margin: { item: 4 }
			});
		};
	},
	isThere: () => countDrawn('.vis-item') > 0,
	scroller: () => null,
	scrollTo(px) {
		chart._setScrollTop(-px);
		chart._redraw();
	},
	zoomOut: () => chart.setWindow(toDate(0), toDate(160), { animation: false }),
	zoomIn: () => chart.setWindow(toDate(0), toDate(1360 / PX_PER_DAY), { animation: false }),
	findHandle: () => findInside('.vis-item.vis-range'),
	countDrawn: () => countDrawn('.vis-item')
};
