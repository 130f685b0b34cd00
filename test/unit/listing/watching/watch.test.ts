import assert from 'node:assert/strict';
import type { Exploration } from '../../../../src/listing/exploration.ts';
import { PartnerError } from '../../../../src/partner/error.ts';
import { ReferralsClient } from '../../../../src/partner/referralsClient.ts';
import type { Ask, Reply } from '../../../../src/partner/send.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { BusyTenant } from '../../../partner-api/busyTenant.ts';
import { type Deal, deal } from '../../../partner-api/TenantInHand.ts';
import { HandClock } from '../../handClock.ts';
import { endpoint, replied } from '../../partner/fakeSend.ts';
import { feedIn } from '../exploring.ts';
import { settle } from '../model/expectations.ts';
import { watching } from './watched.ts';

const [second, minute, hour] = [1000, 60_000, 3_600_000];
const morning = Date.UTC(2026, 2, 2, 8);
const untold = new AbortController().signal;
const throttled = (seconds: number) => replied('{}', 429, { 'retry-after': `${seconds}` });

/** Referrals of a day before, the first the newest. @param facts of each */
function dealsOf(...facts: readonly Partial<Deal>[]): readonly Deal[] {
	return facts.map((each, index) => {
		const time = new Date(morning - 24 * hour - index * minute).toISOString();
		return deal({ createdDateTime: time, updatedDateTime: time, ...each });
	});
}

/** Somebody watches a tenant, whose answers may be held, or be others for once. */
async function watched(
	deals: readonly Deal[],
	wishes: { readonly query?: Query; readonly random?: () => number } = {},
) {
	const clock = new HandClock(morning);
	const tenant = new BusyTenant(deals, () => clock.now());
	const asks: Ask[] = [];
	const answers: (Reply | PartnerError | Promise<void>)[] = [];
	const client = new ReferralsClient(async (ask) => {
		asks.push(ask);
		const answer = answers.shift();
		if (answer instanceof PartnerError) throw answer;
		if (answer instanceof Promise) await answer;
		else if (answer) return answer;
		return tenant.send(ask);
	}, endpoint);
	const all = await watching(client, { clock, ...wishes });
	const told: (number | undefined)[] = [];
	all.watch.onDidChange(() => told.push(all.watch.freshness.asOf));
	/** What was asked since the last time: small requests as `?`, pages of changes as `p`, all others as `l`. */
	const asked = () =>
		asks
			.splice(0)
			.map(({ url }) =>
				/\$select/.test(url) ? '?' : /=updatedDateTime%20desc$|skiptoken/.test(url) ? 'p' : 'l',
			)
			.join('');
	const goOn = async (milliseconds: number) => {
		clock.advance(milliseconds);
		for (let turns = 0; turns < 12; turns++) await settle();
	};
	const load = async (key = 'New/Pending') => {
		await feedIn(all.exploration(), key).loadMore();
		await goOn(0);
	};
	return { ...all, tenant, client, asks, answers, told, asked, goOn, load };
}

function namesIn(exploration: Exploration, key = 'New/Pending'): string {
	return (exploration.arrangement.get(key)?.rows ?? []).map(({ referral }) => referral.name).join(' ');
}

const two = () => dealsOf({ name: 'a' }, { name: 'b' });

describe('a watch', () => {
	it('begins with one small request, whose answer is kept nowhere', async () => {
		const { asks, goOn, exploration, watch } = await watched(two());
		await goOn(0);
		const [{ url, background } = assert.fail(), ...more] = asks;
		assert.equal(url.split('?')[1], '$orderby=updatedDateTime%20desc&$top=1&$select=id,updatedDateTime');
		assert.deepEqual([more.length, background, exploration().session.store.size], [0, true, 0]);
		assert.equal(watch.freshness.asOf, morning);
	});

	it('looks after 5, 10, 20 and then 30 minutes while nothing changes, and again after 5 once something has', async () => {
		const { asked, goOn, load, tenant, clock } = await watched(two());
		await goOn(0);
		await load();
		asked();
		for (const minutes of [5, 10, 20, 30, 30]) {
			await goOn(minutes * minute - 1);
			assert.equal(asked(), '');
			await goOn(1);
			assert.equal(asked(), '?');
		}
		tenant.add({ name: 'n' });
		await goOn(30 * minute);
		assert.equal(asked(), '?p');
		await goOn(5 * minute);
		assert.equal(asked(), '?');
		assert.equal(clock.next, clock.now() + 10 * minute);
	});

	for (const [random, minutes] of [
		[0, 4],
		[0.25, 4.5],
		[1, 6],
	] as const)
		it(`spreads: ${minutes} minutes at ${random}`, async () => {
			const { goOn, clock } = await watched(two(), { random: () => random });
			await goOn(0);
			assert.equal(clock.next, morning + minutes * minute);
		});

	it('shows what is new, changed and moved where it belongs, and nothing where it would be beyond what is loaded', async () => {
		const { goOn, load, tenant, exploration, asked } = await watched([
			...two(),
			...dealsOf({ name: 'x', status: 'Closed', substatus: 'Won' }),
		]);
		await goOn(0);
		await load();
		await load('Active/Accepted');
		asked();
		const [a, b, x] = tenant.rows;
		assert.ok(a && b && x);
		tenant.change(tenant.rows.find(({ name }) => name === 'b') ?? a, {
			status: 'Active',
			substatus: 'Accepted',
		});
		tenant.change(tenant.rows.find(({ name }) => name === 'x') ?? a, { name: 'y' });
		tenant.add({ name: 'n' });
		await goOn(5 * minute);
		assert.deepEqual([namesIn(exploration()), namesIn(exploration(), 'Active/Accepted')], ['n a', 'b']);
		assert.deepEqual([namesIn(exploration(), 'Closed/Won'), asked()], ['', '?p']);
		assert.equal(exploration().session.store.size, 3, 'what is shown nowhere was only passing through');
	});

	it('misses nothing that changed between the first page and its first request', async () => {
		const { goOn, load, tenant, exploration, presence } = await watched(two());
		presence.present = false;
		await load();
		tenant.add({ name: 'n' });
		presence.present = true;
		await goOn(20 * second);
		assert.equal(namesIn(exploration()), 'n a b');
	});

	it('shows the first referral that there ever is', async () => {
		const { goOn, load, tenant, exploration } = await watched([]);
		await goOn(0);
		await load();
		tenant.add({ name: 'n' });
		await goOn(5 * minute);
		assert.equal(namesIn(exploration()), 'n');
	});

	it('reads three pages at the most, and then says that more has changed, until everything is read anew', async () => {
		const { goOn, load, tenant, exploration, watch, asked } = await watched(two());
		await goOn(0);
		await load();
		asked();
		for (let index = 0; index < 350; index++) tenant.add({ name: 'n', status: 'Closed', substatus: 'Won' });
		await goOn(5 * minute);
		assert.deepEqual([asked(), watch.freshness.tooMany], ['?ppp', true]);
		await goOn(5 * minute);
		assert.deepEqual([asked(), watch.freshness.tooMany], ['?', true]);
		const { refreshing } = exploration();
		await refreshing.run({ depth: 'first', stop: untold });
		assert.equal(watch.freshness.tooMany, true);
		await refreshing.run({ depth: 'shown', stop: untold });
		assert.deepEqual([watch.freshness.tooMany, watch.freshness.asOf], [false, undefined]);
	});

	it('reads as many pages as hold changes', async () => {
		const { goOn, load, tenant, watch, asked } = await watched(two());
		await goOn(0);
		await load();
		asked();
		for (let index = 0; index < 150; index++) tenant.add({ name: 'n', status: 'Closed', substatus: 'Won' });
		await goOn(5 * minute);
		assert.deepEqual([asked(), watch.freshness.tooMany], ['?pp', false]);
	});

	it('adds nothing to what OData asks for, and says that something has changed', async () => {
		const query: Query = { ...everything, advanced: "direction eq 'Incoming'" };
		const { goOn, load, tenant, exploration, watch } = await watched(two(), { query });
		await goOn(0);
		await load();
		tenant.add({ name: 'n', status: 'Closed', substatus: 'Won' });
		await goOn(5 * minute);
		assert.equal(watch.freshness.unsure, false, 'it would stand where nobody has looked');
		tenant.add({ name: 'n' });
		await goOn(5 * minute);
		assert.deepEqual([namesIn(exploration()), watch.freshness.unsure], ['a b', true]);
		await exploration().refreshing.run({ depth: 'shown', stop: untold });
		assert.deepEqual([namesIn(exploration()), watch.freshness.unsure], ['n a b', false]);
	});

	it('does without the small request where the service refuses it', async () => {
		const { answers, goOn, load, tenant, exploration, asked } = await watched(two());
		answers.push(replied({ error: { code: 'invalidRequest' } }, 400));
		await goOn(0);
		assert.equal(asked(), '?p');
		await load();
		tenant.add({ name: 'n' });
		asked();
		await goOn(5 * minute);
		assert.deepEqual([asked(), namesIn(exploration())], ['p', 'n a b']);
	});

	it('sees what changes beside a date that lies years ahead', async () => {
		const [odd, ...others] = dealsOf({ name: 'z' }, { name: 'a' }, { name: 'b' });
		assert.ok(odd);
		const deals = [{ ...odd, updatedDateTime: '2099-01-01T00:00:00Z' }, ...others];
		const { goOn, load, answers, exploration, clock } = await watched(deals);
		await goOn(0);
		await load();
		const added = dealsOf({ name: 'n' })[0];
		assert.ok(added);
		const time = new Date(clock.now()).toISOString();
		const value = [deals[0], { ...added, createdDateTime: time, updatedDateTime: time }, ...others];
		answers.push(replied({ value: [deals[0]] }), replied({ value }));
		await goOn(5 * minute);
		assert.equal(namesIn(exploration()), 'n z a b');
	});

	it('stops where the service orders in its own way, rather than overlook something', async () => {
		const { answers, goOn, load, watch, tenant } = await watched(two());
		await goOn(0);
		await load();
		tenant.add({});
		const value = [2, 3, 1].map((day) => ({ id: `${day}`, updatedDateTime: `2026-03-0${day}T07:00:00Z` }));
		for (let failures = 0; failures < 3; failures++) {
			answers.push(replied({ value }), replied({ value }));
			await goOn(30 * minute);
		}
		assert.equal(watch.freshness.stopped?.kind, 'wrongShape');
	});
});

describe('a watch waits', () => {
	it('while nobody is there, and looks soon after somebody has come back', async () => {
		const { goOn, presence, clock, asked } = await watched(two());
		await goOn(0);
		asked();
		presence.present = false;
		assert.equal(clock.next, undefined);
		await goOn(2 * minute);
		presence.present = true;
		assert.equal(clock.next, morning + 5 * minute, 'at the old time');
		presence.present = false;
		await goOn(hour);
		assert.equal(asked(), '');
		presence.present = true;
		assert.equal(clock.next, clock.now() + 12_500);
		presence.present = false;
		await goOn(4 * second);
		presence.present = true;
		assert.equal(clock.next, clock.now() + 8500, 'going and coming puts nothing off');
		await goOn(8500);
		assert.equal(asked(), '?');
	});

	it('for the network of a machine that has slept', async () => {
		const { goOn, clock, asked } = await watched(two());
		await goOn(0);
		asked();
		clock.sleep(8 * hour);
		await goOn(12_000);
		assert.equal(asked(), '');
		await goOn(500);
		assert.equal(asked(), '?');
	});

	it('while something loads', async () => {
		const { goOn, answers, exploration, asked } = await watched(two());
		await goOn(0);
		const held = Promise.withResolvers<void>();
		answers.push(held.promise);
		const loading = feedIn(exploration(), 'New/Pending').loadMore();
		await goOn(0);
		asked();
		await goOn(7 * minute);
		assert.equal(asked(), '');
		held.resolve();
		await loading;
		await goOn(20 * second);
		assert.equal(asked(), '?');
	});

	it('while the service asks for a pause, and is slower after that', async () => {
		const { goOn, watch, asked, answers, clock } = await watched(two());
		await goOn(0);
		answers.push(throttled(3600));
		await goOn(5 * minute);
		asked();
		assert.equal(watch.freshness.stopped, undefined);
		assert.equal(clock.next, morning + 5 * minute + hour + 30 * minute);
	});

	it('with what was found until nobody has touched anything for two seconds', async () => {
		const { goOn, load, tenant, presence, exploration } = await watched(two());
		await goOn(0);
		await load();
		tenant.add({ name: 'n' });
		presence.touched = morning + 5 * minute - second;
		await goOn(5 * minute);
		assert.equal(namesIn(exploration()), 'a b');
		presence.touched = morning + 5 * minute + 500;
		await goOn(second);
		assert.equal(namesIn(exploration()), 'a b');
		await goOn(1500);
		assert.equal(namesIn(exploration()), 'n a b');
	});

	it('no longer with it once nobody is there', async () => {
		const { goOn, load, tenant, presence, exploration, clock } = await watched(two());
		await goOn(0);
		await load();
		tenant.add({ name: 'n' });
		presence.touched = clock.now() + hour;
		await goOn(5 * minute);
		assert.equal(namesIn(exploration()), 'a b');
		presence.present = false;
		await goOn(0);
		assert.equal(namesIn(exploration()), 'n a b');
	});
});

describe('a watch that fails', () => {
	const fails = async (...failures: readonly (Reply | PartnerError)[]) => {
		const all = await watched(two());
		await all.goOn(0);
		await all.load();
		for (const failure of failures) {
			all.answers.push(failure);
			await all.goOn(40 * minute);
		}
		all.asked();
		return all;
	};
	const unreachable = () => new PartnerError('unreachable');

	it('stops after the third time in a row, and says why', async () => {
		const { watch, goOn, asked } = await fails(unreachable(), unreachable(), unreachable());
		assert.equal(watch.freshness.stopped?.kind, 'unreachable');
		await goOn(24 * hour);
		assert.equal(asked(), '');
	});

	it('goes on where only two failed in a row', async () => {
		const { watch, goOn, answers } = await fails(unreachable(), unreachable());
		await goOn(40 * minute);
		answers.push(unreachable());
		await goOn(40 * minute);
		assert.equal(watch.freshness.stopped, undefined);
	});

	it('never stops for being asked to wait', async () => {
		const { watch } = await fails(throttled(1), throttled(1), throttled(1), throttled(1));
		assert.equal(watch.freshness.stopped, undefined);
	});

	for (const kind of ['signedOut', 'mfaNeeded', 'forbidden'] as const)
		it(`stops at once where nothing else helps: ${kind}`, async () => {
			const { watch } = await fails(new PartnerError(kind));
			assert.equal(watch.freshness.stopped?.kind, kind);
		});

	it('looks at once when it is resumed, and shows what has changed', async () => {
		const { watch, goOn, tenant, exploration, asked } = await fails(new PartnerError('signedOut'));
		tenant.add({ name: 'n' });
		watch.resume();
		await goOn(0);
		assert.deepEqual([watch.freshness.stopped, asked(), namesIn(exploration())], [undefined, '?p', 'n a b']);
		watch.resume();
		await goOn(0);
		assert.equal(asked(), '', 'there was nothing to resume');
	});

	it('goes on after 5 minutes when the user refreshes', async () => {
		const { watch, exploration, clock } = await fails(new PartnerError('signedOut'));
		await exploration().refreshing.run({ depth: 'shown', stop: untold });
		assert.equal(watch.freshness.stopped, undefined);
		assert.equal(clock.next, clock.now() + 5 * minute);
	});

	it('stays stopped under another query, and goes on in another session', async () => {
		const { watch, browsing } = await fails(new PartnerError('signedOut'));
		browsing.search({ ...everything, status: 'New' });
		assert.equal(watch.freshness.stopped?.kind, 'signedOut');
		browsing.sessions.end();
		await browsing.open();
		assert.equal(watch.freshness.stopped, undefined);
	});
});

describe('a look that is under way', () => {
	/** The answer to the small request is held, with a change behind it. */
	const begun = async () => {
		const all = await watched(two());
		await all.goOn(0);
		await all.load();
		all.tenant.add({ name: 'n' });
		const held = Promise.withResolvers<void>();
		all.answers.push(held.promise);
		await all.goOn(5 * minute);
		all.asked();
		return { ...all, held };
	};

	it('is given up when the user refreshes', async () => {
		const { held, exploration, goOn, asked, clock } = await begun();
		await exploration().refreshing.run({ depth: 'shown', stop: untold });
		held.resolve();
		await goOn(0);
		assert.deepEqual([asked(), namesIn(exploration())], ['l', 'n a b']);
		assert.equal(clock.next, clock.now() + 5 * minute);
	});

	it('reaches nobody after the session has ended', async () => {
		const { held, exploration, browsing, goOn, asked, told, watch } = await begun();
		const { store } = exploration().session;
		browsing.sessions.end();
		told.length = 0;
		held.resolve();
		await goOn(hour);
		assert.equal(watch.freshness.asOf, undefined, 'nothing of another account is said to be fresh');
		assert.deepEqual([asked(), store.size, told], ['', 0, []]);
		await browsing.open();
		await goOn(0);
		assert.deepEqual([asked(), watch.freshness.asOf], ['?', morning + hour + 5 * minute]);
	});

	it('is made for the query that is searched for then', async () => {
		const { held, exploration, browsing, goOn } = await begun();
		const before = exploration();
		browsing.search({ ...everything, status: 'New' });
		await feedIn(exploration(), 'New/Pending').loadMore();
		held.resolve();
		await goOn(20 * second);
		assert.deepEqual(
			[before.arrangement.size > 0, namesIn(before), namesIn(exploration())],
			[true, '', 'n a b'],
		);
	});

	it('reaches nobody who no longer watches', async () => {
		const { held, exploration, watch, goOn, asked } = await begun();
		watch.dispose();
		held.resolve();
		await goOn(hour);
		assert.deepEqual([asked(), namesIn(exploration())], ['', 'a b']);
	});

	it('is the only one', async () => {
		const { held, goOn, asked, presence } = await begun();
		presence.present = false;
		presence.present = true;
		await goOn(hour);
		assert.equal(asked(), '');
		held.resolve();
		await goOn(0);
		assert.equal(asked(), 'p');
	});
});
