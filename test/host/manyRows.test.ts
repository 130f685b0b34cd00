import { strict as assert } from 'node:assert';
import { mostShown } from '../../src/tree/row/row.ts';
import { loadAll } from '../partner-api/loadAll.ts';
import { simulatedTenant, sizesOf } from '../partner-api/simulatedTenant.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { browsingOn, treeOf } from './browsingOn.ts';
import { rowsBelow } from './rowsBelow.ts';

const size = 35_000;

describe('a group of more rows than the editor shows well', () => {
	it('shows the first of them, says so, and offers to filter', async () => {
		await using api = await startPartnerApi({ send: simulatedTenant(size) });
		const browsing = browsingOn(api);
		const tree = treeOf(browsing);
		const exploration = await browsing.opened();
		const [feed] = exploration.pairFeeds;
		assert.ok(feed);
		await loadAll([feed]);
		const all = sizesOf(size)[0]?.size ?? 0;
		assert.ok(all > mostShown && feed.ids.size === all);
		const rows = await rowsBelow(tree, 'row:status:New/Pending');
		assert.equal(rows.length, mostShown + 1);
		const [last] = rows.slice(-1);
		assert.ok(last);
		const { label, description, command, contextValue } = tree.getTreeItem(last);
		assert.equal(label, 'Filter to see the others');
		assert.equal(description, `${mostShown.toLocaleString('en')} of ${all.toLocaleString('en')} are shown`);
		assert.equal(command?.command, 'partnerReferrals.filter');
		assert.equal(contextValue, 'tooMany');
		assert.equal(tree.getParent(last), 'row:status:New/Pending');
		tree.dispose();
		browsing.dispose();
	});
});
