import { strict as assert } from 'node:assert';
import { deal, deals } from '../partner-api/TenantInHand.ts';
import { eventually } from './whole/eventually.ts';
import { labels, names, type Row, rowsBelow, viewDescription } from './whole/tree.ts';
import { run, search, setSettings, useWholeExtension } from './whole/wholeExtension.ts';

const queries = [
	{ name: 'Not a row', status: 'Closed' },
	{ name: 'New ones\n$(alert)', status: 'New', row: true },
	{ name: 'Of Ada', teamEmail: 'ada@contoso.com', row: true },
	{ name: 'Raw', advanced: "type eq 'Shared'", row: true },
	{ name: 'Broken', status: 'Nwe', row: true },
];

describe('saved queries as rows', () => {
	const whole = useWholeExtension();
	const iconOf = ({ item: { iconPath } }: Row) =>
		iconPath && typeof iconPath === 'object' && 'id' in iconPath ? iconPath.id : undefined;
	const savedRows = async () => (await rowsBelow()).filter(({ item }) => item.contextValue === 'savedQuery');
	const said = async () =>
		(await savedRows()).map(({ label, item }) => `${label}: ${item.description ?? ''}`);

	beforeEach(async () => {
		whole().tenant.referrals = [
			...deals(2, 'Ours', { team: [{ email: 'ada@contoso.com' }] }),
			deal({ name: 'Theirs', team: [{ email: 'bob@contoso.com' }] }),
			deal({ name: 'Done', status: 'Closed', substatus: 'Won' }),
		];
		await setSettings({ queries });
	});
	afterEach(() => setSettings({ queries: undefined }));

	it('stand above the tree, those that the user wants there, and request nothing', async () => {
		whole().api.forgetRequests();
		await eventually(async () =>
			assert.deepEqual(await said(), ['New ones $(alert): ', 'Of Ada: ', 'Raw: ']),
		);
		assert.deepEqual((await labels()).slice(0, 3), ['New ones $(alert)', 'Of Ada', 'Raw']);
		assert.deepEqual(whole().api.requests, []);
	});

	it('say how many of what is loaded they would find, and nothing where that cannot be told', async () => {
		await names('New', 'Pending');
		await eventually(async () =>
			assert.deepEqual(await said(), ['New ones $(alert): 3 of 3 loaded', 'Of Ada: 2 of 3 loaded', 'Raw: ']),
		);
		await names('Closed', 'Won');
		await eventually(async () =>
			assert.deepEqual(await said(), ['New ones $(alert): 3 of 4 loaded', 'Of Ada: 2 of 4 loaded', 'Raw: ']),
		);
	});

	it('are searched with by a click, and the one that is shown is checked', async () => {
		await eventually(async () => assert.equal((await savedRows()).length, 3));
		const [, ofAda] = await savedRows();
		assert.equal(ofAda && iconOf(ofAda), 'bookmark');
		const { command } = ofAda?.item ?? {};
		assert.equal(command?.command, 'partnerReferrals.showSavedQuery');
		await run('showSavedQuery', ...(command?.arguments ?? []));
		assert.deepEqual(await names('New', 'Pending'), ['Ours 1', 'Ours 2']);
		assert.match(viewDescription(), /team ada@contoso\.com/);
		assert.deepEqual((await savedRows()).map(iconOf), ['bookmark', 'check', 'bookmark']);
		await search(whole().screen, 'status=Closed');
		assert.deepEqual((await savedRows()).map(iconOf), ['bookmark', 'bookmark', 'bookmark']);
	});

	it('go by a command on the row, which leaves the query among the saved ones', async () => {
		await eventually(async () => assert.equal((await savedRows()).length, 3));
		const [first] = await savedRows();
		await run('hideSavedQuery', first?.element);
		await eventually(async () => assert.deepEqual(await said(), ['Of Ada: ', 'Raw: ']));
		await run('hideSavedQuery', 'saved:status|nobody');
		await run('hideSavedQuery', 'anything');
		await run('showSavedQuery', first?.element);
		assert.deepEqual(await names('New', 'Pending'), ['Ours 1', 'Ours 2', 'Theirs']);
	});
});
