import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SETTINGS_TOKEN } from '#lib/model/settings-token.ts';
import { BOARD, DOCUMENT, House, until, type Visit } from './house.ts';
import { userOf } from './plan.ts';

let house: House;
beforeEach(async () => {
	house = await new House().open();
});
afterEach(async () => {
	await house.close();
});

describe('P-50 open pages hear that saved views changed', () => {
	it('of everybody where they are shared, else of whose they are; nobody who did not ask', async () => {
		const page = (who: 'dan' | 'eva') => house.visit(who, new Y.Doc(), DOCUMENT, SETTINGS_TOKEN);
		const [dan, eva, script] = [page('dan'), page('eva'), await house.enter('eva')];
		await until(() => dan.provider.synced && eva.provider.synced);
		const heard = (visit: Visit): number => visit.messages.filter(({ t }) => t === 'views').length;
		house.collab.tellViews('brd_other');
		house.collab.tellViews(BOARD, userOf('eva'));
		await until(() => heard(eva) === 1);
		house.collab.tellViews(BOARD);
		await until(() => heard(dan) === 1 && heard(eva) === 2);
		expect(script.messages).toEqual([]);
	});
});
