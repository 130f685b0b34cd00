import { strict as assert } from 'node:assert';
import { deals } from '../partner-api/TenantInHand.ts';
import { eventually } from './whole/eventually.ts';
import { labels, names, rowsBelow } from './whole/tree.ts';
import {
	crossing,
	filters,
	requestsSettled,
	run,
	search,
	setSettings,
	useWholeExtension,
} from './whole/wholeExtension.ts';

describe('opening the view', () => {
	const whole = useWholeExtension();

	beforeEach(() => {
		whole().tenant.referrals = deals(3, 'Ada');
	});
	afterEach(() => setSettings({ loadOnOpen: undefined }));

	/** Another query is what begins anew. */
	const reopened = async () => {
		whole().api.forgetRequests();
		await run('clearFilter');
		assert.ok((await labels()).includes('New'));
		await crossing();
	};

	it('asks for nothing', async () => {
		await reopened();
		assert.deepEqual(whole().api.requests, []);
	});

	it('asks for the first page of every group where the user wants that, and counts them', async () => {
		await setSettings({ loadOnOpen: true });
		await reopened();
		await eventually(() => assert.equal(filters(whole().api).length, 7));
		await requestsSettled(whole().api);
		const [first] = await rowsBelow('New');
		await eventually(async () => {
			const [pending] = await rowsBelow('New');
			assert.match(`${pending?.item.description}`, /^3\b/);
		});
		assert.equal(first?.label, 'Pending');
		assert.equal(filters(whole().api).length, 7);
		// What is there is not asked for again.
		assert.deepEqual(await names('New', 'Pending'), ['Ada 1', 'Ada 2', 'Ada 3']);
		await search(whole().screen, 'status=Closed');
		await eventually(() => assert.equal(filters(whole().api).length, 11));
	});

	it('begins no more once the service has asked for a pause', async () => {
		await setSettings({ loadOnOpen: true });
		whole().api.failNext('status429', { times: 2 });
		await reopened();
		await eventually(() =>
			assert.ok(whole().api.requests.filter(({ status }) => status === 200).length >= 1),
		);
		await requestsSettled(whole().api);
		await crossing();
		assert.ok(new Set(filters(whole().api)).size <= 2, filters(whole().api).join('\n'));
	});

	it('begins no more once one has failed, whose group says so', async () => {
		await setSettings({ loadOnOpen: true });
		whole().api.failNext('status400', { times: 9 });
		await reopened();
		await eventually(() => assert.ok(filters(whole().api).length > 0));
		await requestsSettled(whole().api);
		await crossing();
		assert.ok(filters(whole().api).length <= 2, filters(whole().api).join('\n'));
		const rows = await rowsBelow('New', 'Pending');
		assert.equal(rows.at(-1)?.item.contextValue?.includes('problem'), true);
	});
});
