// svelte-dnd-action.
import { flushSync, mount } from 'svelte';
import './cards.css';
import DndColumns from './DndColumns.svelte';
import { countDrawn, findInside, listColumns } from './plan.js';

window.peer = {
	load(count) {
		const first = listColumns(count);
		return () => {
			mount(DndColumns, { target: document.getElementById('app'), props: { first } });
			flushSync();
		};
	},
	isThere: () => countDrawn('.card') > 0,
	scroller: () => document.querySelectorAll('.column')[1],
	findHandle: () => findInside('.card'),
	countDrawn: () => countDrawn('.card')
};
