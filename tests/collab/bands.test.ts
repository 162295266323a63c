import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { defaultBounds } from '#lib/domain/bands.ts';
import { SETTINGS_TOKEN } from '#lib/model/settings-token.ts';
import { DOCUMENT, House, until, type Visit } from './house.ts';
import { userOf } from './plan.ts';

let house: House;
beforeEach(async () => {
	house = await new House().open();
});
afterEach(async () => {
	await house.close();
});

describe('C-24 the bands of the organisation', () => {
	it('are said to pages that join, and to open ones once they change; to nobody who did not ask', async () => {
		const own = [50, 80, 90, 110, 130];
		const page = () => house.visit('dan', new Y.Doc(), DOCUMENT, SETTINGS_TOKEN);
		const heard = (visit: Visit) => visit.messages.map(({ bounds }) => bounds);
		const [dan, script] = [page(), await house.enter('dan')];
		await until(() => dan.messages.length === 1);
		expect(dan.messages).toEqual([{ t: 'bands', bounds: [...defaultBounds] }]);
		house.standings.set(userOf('dan'), { ...house.standings.get(userOf('dan'))!, bounds: own });
		await house.collab.refreshAccess({});
		await until(() => dan.messages.length === 2);
		// Nothing changed since: nothing is said.
		await house.collab.refreshAccess({});
		const later = page();
		await until(() => later.messages.length === 1);
		expect(heard(later)).toEqual([own]);
		expect(heard(dan)).toEqual([[...defaultBounds], own]);
		expect(script.messages).toEqual([]);
	});
});
