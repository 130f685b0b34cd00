import { strict as assert } from 'node:assert';
import type { RecordedRequest } from '../partner-api/recordedRequest.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { useSignedInWindow } from './harness.ts';

const api = await startPartnerApi({ token: 'a-token-for-tests' });

describe('a group whose answer hangs', () => {
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	const loading = () => tree().all.getByRole('treeitem', { name: 'Loading…' });
	const asksFor =
		(substatus: string) =>
		({ url }: RecordedRequest) =>
			decodeURIComponent(url).includes(`substatus eq '${substatus}'`);

	it('says that it loads', async () => {
		api.failNext('stall', { when: asksFor('Pending') });
		await tree().expand(/^Pending/);
		await loading().waitFor();
		await code().screenshot('loading');
		assert.equal(api.listRequests().length, 1);
	});

	it('lets another group show its rows, and load more', async () => {
		await tree().expand(/^Received/);
		await tree()
			.row(/, New, Received/)
			.waitFor();
		await tree().reveal(/^Received, 100\+/);
		await (await tree().reveal('Load more (100 loaded)')).click();
		await tree().reveal(/^Received, 160(?: ·|$)/);
	});

	it('still says that it loads, and can be closed and opened meanwhile', async () => {
		await tree().reveal(/^Loading…/);
		await tree().collapse(/^Pending/);
		await tree().expand(/^Pending/);
		await tree().reveal(/^Loading…/);
		assert.equal(api.listRequests().filter(asksFor('Pending')).length, 1);
	});

	it('shows its rows once it is asked for anew', async () => {
		await tree().inlineAction(/^Pending/, 'Refresh');
		await tree()
			.row(/, New, Pending/)
			.waitFor();
		await tree().reveal(/^Pending, 100\+/);
		await loading().waitFor({ state: 'detached' });
	});
});
