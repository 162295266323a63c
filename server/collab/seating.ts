// Leads a seat to its board once that is loaded, and takes it away when its document is left.
import type { Document, Extension } from '@hocuspocus/server';
import { closeReasons } from '#lib/model/close-codes.ts';
import type { Room } from './room.ts';
import { tellBounds, type Seat } from './seat.ts';

export function seating(roomOf: (document: Document) => Room | undefined): Extension {
	const seatOf = (context: unknown): Seat => (context as { seat: Seat }).seat;
	return {
		extensionName: 'seating',
		async connected({ context, connection }) {
			const seat = seatOf(context);
			const room = roomOf(connection.document);
			// A board that was given up while this one joined is no place to stay.
			if (!room?.isOpen) return seat.wire.shut(closeReasons.storage);
			seat.room = room;
			room.meet(seat.actor);
			seat.wire.joined(seat);
			// A page may have been opened from what the device kept, or before they changed.
			tellBounds(seat);
		},
		async onDisconnect({ context }) {
			const seat = seatOf(context);
			seat.wire.leave(seat);
		}
	};
}
