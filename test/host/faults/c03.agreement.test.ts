import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../../partner-api/startPartnerApi.ts';
import { deals, TenantInHand } from '../../partner-api/TenantInHand.ts';
import { ada } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import * as tree from '../whole/tree.ts';
import { run, serve, setSettings, useWholeExtension } from '../whole/wholeExtension.ts';

const question = /^Send your sign-in to http:\/\/127\.0\.0\.1:\d+\?$/;

describe('an endpoint that is not Microsoft’s', () => {
	const whole = useWholeExtension();

	it('was asked about once before the first token went there', () => {
		const { screen, api } = whole();
		assert.deepEqual(screen.agreements, [`Send your sign-in to ${api.origin}?`]);
	});

	it('gets nothing before the user agrees, and is asked about again at Retry', async () => {
		const { screen } = whole();
		const elsewhere = await startPartnerApi({ token: 'a token that nobody has' });
		serve(elsewhere, ada, new TenantInHand(deals(3, 'Ada')).send);
		screen.keep(question);
		await setSettings({ endpoint: elsewhere.endpoint });
		(await screen.message(question)).answer();
		await eventually(async () => assert.match((await tree.labels()).join('\n'), /only after you agree/));
		assert.equal(elsewhere.requests.length, 0);
		const retrying = run('resolve');
		(await screen.message(question)).answer('Agree');
		await retrying;
		await eventually(async () => assert.ok((await tree.labels()).includes('New')));
		assert.deepEqual(await tree.names('New', 'Pending'), ['Ada 1', 'Ada 2', 'Ada 3']);
		assert.equal(screen.messages.filter(({ text }) => question.test(text)).length, 2);
		await elsewhere.close();
	});

	it('is asked about no more once the user agreed', async () => {
		const { screen, api } = whole();
		const elsewhere = await startPartnerApi({ token: 'a token that nobody has' });
		await setSettings({ endpoint: elsewhere.endpoint });
		await eventually(() => assert.equal(screen.agreements.length, 2));
		await setSettings({ endpoint: api.endpoint });
		await eventually(async () => assert.ok((await tree.labels()).includes('New')));
		assert.equal(screen.agreements.length, 2);
		await elsewhere.close();
	});
});
