import assert from 'node:assert/strict';
import type { Exploration } from '../../../../src/listing/exploration.ts';
import { openSample } from '../../../../src/sample/openSample.ts';
import { exploring } from '../../../partner-api/exploring.ts';
import { HandClock } from '../../handClock.ts';
import { feedIn } from '../exploring.ts';
import { settle } from '../model/expectations.ts';
import { watching } from './watched.ts';

const minute = 60_000;
const groups = ['New/Pending', 'New/Received', 'Active/Accepted', 'Closed/Won'] as const;

describe('a watch on the sample', () => {
	/** What stands in the groups, as far as some first page goes. */
	const shown = ({ arrangement }: Exploration, since: ReadonlyMap<string, string>) =>
		groups.map((key) =>
			(arrangement.get(key)?.rows ?? [])
				.map(({ referral }) => referral)
				.filter(({ createdDateTime = '' }) => createdDateTime > (since.get(key) ?? ''))
				.map(({ id, updatedDateTime }) => `${id} ${updatedDateTime}`),
		);

	it('follows its life for three hours, as somebody sees it who looks anew', async () => {
		const clock = new HandClock(Date.UTC(2026, 2, 2, 8));
		const now = () => clock.now();
		const { client, close } = openSample({ log: () => {}, wait: async () => {}, paused: () => {}, now });
		const { exploration, watch } = await watching(client, { clock });
		const load = async (each: Exploration) => {
			for (const key of groups) await feedIn(each, key).loadMore();
		};
		await load(exploration());
		for (let minutes = 0; minutes < 180; minutes++) {
			clock.advance(minute);
			for (let turns = 0; turns < 10; turns++) await settle();
		}
		const anew = exploring(client, undefined, now);
		clock.advance((clock.next ?? 0) - clock.now());
		for (let turns = 0; turns < 10; turns++) await settle();
		await load(anew);
		const since = new Map(
			groups.map((key) => {
				const ends = [exploration(), anew].map((each) => {
					const last = [...feedIn(each, key).ids].at(-1) ?? '';
					return each.session.store.get(last)?.referral.createdDateTime ?? '';
				});
				return [key, ends.sort().at(-1) ?? ''];
			}),
		);
		assert.deepEqual(watch.freshness.stopped, undefined);
		assert.deepEqual(shown(exploration(), since), shown(anew, since));
		assert.ok(shown(anew, since).flat().length > 200);
		watch.dispose();
		await close();
	});
});
