import { strict as assert } from 'node:assert';
import { openPartnerCenter } from '../../src/partner/openPartnerCenter.ts';
import { LoadingAll } from '../../src/referrals/loadingAll.ts';
import { Browsing } from '../../src/views/browsing.ts';
import { ReferralsTree } from '../../src/views/referralsTree.ts';
import { mostShown } from '../../src/views/row.ts';
import { simulatedTenant, sizesOf } from '../partner-api/simulatedTenant.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';

const size = 35_000;

describe('a group of more rows than the editor shows well', () => {
	it('shows the first of them, says so, and offers to filter', async () => {
		await using api = await startPartnerApi({ send: simulatedTenant(size) });
		const calm = { log: () => {}, wait: async () => {}, paused: () => {} };
		const browsing = new Browsing(async () => ({
			source: 'partnerCenter',
			...openPartnerCenter({ endpoint: api.endpoint, token: async () => api.token, ...calm }),
		}));
		const tree = new ReferralsTree(browsing, () => false);
		const explorer = await browsing.opened();
		const [group] = explorer.pairs;
		assert.ok(group);
		const listing = explorer.listing(group);
		await new LoadingAll([listing], {
			...{ stop: new AbortController().signal, progressed: () => {} },
			...{ ceiling: size, mayGoOn: async () => false },
		}).run();
		const all = sizesOf(size)[0]?.size ?? 0;
		assert.ok(all > mostShown && listing.rows.length === all);
		const rows = await tree.getChildren(group);
		assert.equal(rows.length, mostShown + 1);
		const [last] = rows.slice(-1);
		assert.ok(last);
		const { label, description, command, contextValue } = tree.getTreeItem(last);
		assert.equal(label, 'Filter to see the others');
		assert.equal(description, `${mostShown.toLocaleString('en')} of ${all.toLocaleString('en')} are shown`);
		assert.equal(command?.command, 'partnerReferrals.filter');
		assert.equal(contextValue, 'tooMany');
		assert.equal(tree.getParent(last), group);
		tree.dispose();
		browsing.dispose();
	});
});
