import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../../partner-api/startPartnerApi.ts';
import { deals, TenantInHand } from '../../partner-api/TenantInHand.ts';
import { ada } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import * as tree from '../whole/tree.ts';
import { run, serve, setSettings, useWholeExtension } from '../whole/wholeExtension.ts';

const question = /^Send your sign-in to http:\/\/localhost:\d+\?$/;

describe('an endpoint that is not Microsoft’s', () => {
	const whole = useWholeExtension();
	const started: Awaited<ReturnType<typeof startPartnerApi>>[] = [];
	after(() => Promise.all(started.map((api) => api.close())));

	/** A service that no test has agreed to: under a name that no other has, on a port that stays taken until the end. */
	async function elsewhere() {
		const api = await startPartnerApi({ token: 'a token that nobody has', tenant: { referrals: [] } });
		started.push(api);
		serve(api, ada, new TenantInHand(deals(3, 'Ada')).send);
		const [endpoint, origin] = [api.endpoint, api.origin].map((url) => url.replace('127.0.0.1', 'localhost'));
		assert.ok(endpoint && origin);
		return { api, endpoint, question: `Send your sign-in to ${origin}?` };
	}

	const asked = (text: string) => whole().screen.agreements.filter((each) => each === text).length;

	it('is asked about once before the first token goes there, and no more once the user agreed', async () => {
		const { api } = whole();
		const [one, other] = [await elsewhere(), await elsewhere()];
		for (const { endpoint } of [one, other, { endpoint: api.endpoint }, one, other]) {
			await setSettings({ endpoint });
			await eventually(async () => assert.ok((await tree.labels()).includes('New')));
		}
		assert.deepEqual(await tree.names('New', 'Pending'), ['Ada 1', 'Ada 2', 'Ada 3']);
		for (const { question } of [one, other]) assert.equal(asked(question), 1);
	});

	it('gets nothing before the user agrees, and is asked about again at Retry', async () => {
		const { screen } = whole();
		const { api, endpoint } = await elsewhere();
		screen.keep(question);
		await setSettings({ endpoint });
		(await screen.message(question)).answer();
		await eventually(async () => assert.match((await tree.labels()).join('\n'), /only after you agree/));
		assert.equal(api.requests.length, 0);
		const retrying = run('resolve');
		(await screen.message(question)).answer('Agree');
		await retrying;
		await eventually(async () => assert.ok((await tree.labels()).includes('New')));
		assert.deepEqual(await tree.names('New', 'Pending'), ['Ada 1', 'Ada 2', 'Ada 3']);
		assert.equal(screen.agreements.filter((text) => question.test(text)).length, 2);
	});
});
