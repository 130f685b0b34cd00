import { strict as assert } from 'node:assert';
import { Sides } from '../../src/details/editor/sides.ts';
import type { Browsing } from '../../src/listing/browsing.ts';
import type { Session } from '../../src/listing/session.ts';
import { readReferral } from '../../src/partner/referral.ts';
import type { PartnerApi } from '../partner-api/partnerApi.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { browsingOn } from './browsingOn.ts';

describe('the sides of an engagement on a page', () => {
	let api: PartnerApi;
	let browsing: Browsing;
	let session: Session;
	let changes: number;
	let sides: Sides;

	beforeEach(async () => {
		api = await startPartnerApi({ token: 'a-token' });
		browsing = browsingOn(api);
		session = await browsing.sessions.opened();
		// With it, what no list has is forgotten.
		await browsing.opened();
		changes = 0;
		sides = new Sides(() => changes++);
		put({ id: 'ours', status: 'Active' });
	});

	afterEach(async () => {
		sides.dispose();
		browsing.dispose();
		await api.close();
	});

	it('are told as they are known, also where no list has them', () => {
		assert.deepEqual(told(), []);
		put({ id: 'theirs', organizationId: 'msft', status: 'Closed', substatus: 'Won' });
		assert.equal(changes, 1);
		assert.deepEqual(told(), ["Microsoft's side: Closed › Won"]);
		put({ id: 'theirs', organizationId: 'msft', status: 'active' });
		assert.deepEqual(told(), []);
		put({ id: 'theirs', organizationId: 'msft', status: 'New' });
		put({ id: 'ours', status: 'New' });
		assert.deepEqual(told(), []);
		session.store.drop('theirs');
		assert.equal(changes, 5);
	});

	it('are at most five, of however many', () => {
		for (let side = 0; side < 30; side++) put({ id: `${side}`, status: 'New' });
		assert.equal(told().length, 5);
	});

	it('tell nothing any more once the page is gone, or its session', () => {
		told();
		assert.deepEqual(sides.told({ state: undefined, session: undefined }), []);
		put({ id: 'theirs', status: 'New' });
		told();
		sides.dispose();
		put({ id: 'theirs', status: 'Closed' });
		assert.equal(changes, 0);
	});

	function told(): readonly string[] {
		return sides.told({ state: session.store.get('ours'), session });
	}

	function put(json: object): void {
		const received = readReferral({ engagementId: 'e1', ...json });
		assert.ok(received.kind === 'received');
		session.store.pin(received.referral.id);
		session.store.put([received], { whole: true });
	}
});
