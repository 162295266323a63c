// What the live board has to tell, as toasts: an edit that was set back, somebody who was first, a board that is closed.
// Never silent: each names what happened and offers the way on.

import { findField } from '#lib/model/board.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import type { Notice } from '#lib/sync/live-types.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { toast, type ToastAction } from '#lib/ui/toast.ts';

/** Shows notices, those that are there and those to come. `openCard` opens the card one is about. Returns the stop. */
export function showNotices(live: LiveBoard, openCard: (id: string) => void): () => void {
	for (const notice of live.notices) showNotice(live, notice, openCard);
	return live.onNotice((notice) => showNotice(live, notice, openCard));
}

function showNotice(live: LiveBoard, notice: Notice, openCard: (id: string) => void): void {
	const title = findTitle(live, notice);
	const card = findCard(live, notice);
	const open: ToastAction | undefined = card
		? {
				label: notice.missing?.some((one) => one.condition === 'brief')
					? 'Open brief'
					: 'Open card',
				run: () => openCard(card)
			}
		: undefined;
	announce(notice.text);
	if (notice.kind === 'superseded' || notice.kind === 'conflict') {
		const { useMine } = notice;
		toast.info(title ? `${title}: somebody was first` : 'Somebody was first', {
			id: notice.key,
			detail: notice.text,
			...(useMine
				? {
						action: {
							label: 'Use mine',
							run: () => {
								const outcome = useMine();
								if (!outcome.ok) toast.denied('Not changed', { detail: outcome.denied.remedy });
							}
						}
					}
				: open
					? { action: open }
					: {})
		});
		return;
	}
	const missing = notice.missing?.map((one) => one.text).join(' ') ?? '';
	toast.denied(title ? `${title} was put back` : 'Put back', {
		id: notice.key,
		detail: missing || notice.text || notice.remedy,
		...(open ? { action: open } : {})
	});
}

/** "GDPR refresh, Launch": what a notice is about in words. */
function findTitle(live: LiveBoard, notice: Notice): string {
	if (notice.collection === '') return '';
	const row = live.doc.get(notice.collection, notice.id) as
		{ title?: string; name?: string } | undefined;
	const name = row?.title ?? row?.name ?? '';
	const field = notice.field ? findField(notice.collection, notice.field)?.label : undefined;
	return [name, field].filter(Boolean).join(', ');
}

/** The project or module whose card shows what a notice is about. */
function findCard(live: LiveBoard, notice: Notice): string | undefined {
	if (notice.collection === '') return undefined;
	if (notice.collection === 'projects' || notice.collection === 'modules') return notice.id;
	const row = live.doc.get(notice.collection, notice.id) as
		{ project?: string; module?: string } | undefined;
	return row?.module || row?.project || undefined;
}
