// @hello-pangea/dnd, with its parts memoised as its guide says.
import { createElement as h, Fragment, memo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DragDropContext, Draggable, Droppable } from '@hello-pangea/dnd';
import './cards.css';
import { countDrawn, findInside, listColumns } from './plan.js';

const Face = memo(({ item }) =>
	h(
		Fragment,
		null,
		h('div', { className: 'title' }, item.title),
		h(
			'div',
			{ className: 'meta' },
			h('span', null, item.code),
			h('span', null, item.hours),
			h('span', null, item.lead)
		)
	)
);

const Card = memo(({ item, index }) =>
	h(Draggable, { draggableId: item.id, index }, (given) =>
		h(
			'div',
			{ ref: given.innerRef, ...given.draggableProps, ...given.dragHandleProps, className: 'card' },
			h(Face, { item })
		)
	)
);

const Cards = memo(({ items }) =>
	items.map((item, index) => h(Card, { item, index, key: item.id }))
);

function Board({ first }) {
	const [columns, setColumns] = useState(first);
	const onDragEnd = ({ source, destination }) => {
		if (!destination) return;
		setColumns((before) => {
			const next = before.map((column) => ({ ...column, items: [...column.items] }));
			const [moved] = next[Number(source.droppableId)].items.splice(source.index, 1);
			next[Number(destination.droppableId)].items.splice(destination.index, 0, moved);
			return next;
		});
	};
	return h(
		DragDropContext,
		{ onDragEnd },
		columns.map((column) =>
			h(Droppable, { droppableId: String(column.id), key: column.id }, (given) =>
				h(
					'div',
					{ ref: given.innerRef, ...given.droppableProps, className: 'column' },
					h(Cards, { items: column.items }),
					given.placeholder
				)
			)
		)
	);
}

window.peer = {
	load(count) {
		const first = listColumns(count);
		return () => createRoot(document.getElementById('app')).render(h(Board, { first }));
	},
	isThere: () => countDrawn('.card') > 0,
	scroller: () => document.querySelectorAll('.column')[1],
	findHandle: () => findInside('.card'),
	countDrawn: () => countDrawn('.card')
};
