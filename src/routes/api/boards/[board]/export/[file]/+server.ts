// GET /api/boards/<id>/export/<collection>.csv (with `?bom` for spreadsheets that guess encodings) and .../board.xlsx.
import { error, type RequestHandler } from '@sveltejs/kit';
import { services } from '#server/services.ts';
import { answer, userOf } from '../../answer.server.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const user = userOf(locals);
	const { board = '', file = '' } = params;
	const { exports } = services().commands;
	if (file === 'board.xlsx') {
		const packed = await exports.workbook(user, board);
		return packed.ok
			? download(new Uint8Array(packed.value), WORKBOOK, 'plimsoll-board.xlsx')
			: answer(packed);
	}
	const collection = /^([A-Za-z]+)\.csv$/.exec(file)?.[1];
	if (!collection) error(404, 'There is no such export.');
	const csv = await exports.csv(user, board, collection, { bom: url.searchParams.has('bom') });
	if (!csv.ok) return answer(csv);
	const name = `plimsoll-${csv.value.name.toLowerCase().replaceAll(' ', '-')}.csv`;
	return download(csv.value.text, 'text/csv; charset=utf-8', name);
};

function download(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
	return new Response(body, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
	});
}
