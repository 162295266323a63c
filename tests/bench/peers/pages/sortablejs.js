// sortablejs on plain elements.
import Sortable from 'sortablejs';
import './cards.css';
import { countDrawn, findInside, listColumns } from './plan.js';

const drawCard = (item) =>
	`<div class="card"><div class="title">${item.title}</div><div class="meta">` +
	`<span>${item.code}</span><span>${item.hours}</span><span>${item.lead}</span></div></div>`;

window.peer = {
	load(count) {
		const columns = listColumns(count);
		return () => {
			for (const column of columns) {
				const element = document.createElement('div');
				element.className = 'column';
				element.innerHTML = column.items.map(drawCard).join('');
				document.getElementById('app').append(element);
				Sortable.create(element, { group: 'cards', animation: 150, forceFallback: true });
			}
		};
	},
	isThere: () => countDrawn('.card') > 0,
	scroller: () => document.querySelectorAll('.column')[1],
	findHandle: () => findInside('.card'),
	countDrawn: () => countDrawn('.card')
};
