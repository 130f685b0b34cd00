import { strict as assert } from 'node:assert';
import type { FaultName } from '../partner-api/faults.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';

const api = await startPartnerApi({ token: 'first-token' });

describe('somebody whom Partner Center lets read nothing', () => {
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	afterEach(() => api.clearFaults());

	/** Copies the report, once it says what is looked for. */
	async function check(found: RegExp): Promise<string> {
		await code().palette.run('Partner Referrals: Check Access…');
		await code().page.getByRole('button', { name: 'Copy Report' }).click();
		return eventually(async () => {
			const report = await code().clipboard();
			assert.match(report, found);
			return report;
		});
	}

	const causes: readonly (readonly [string, FaultName, RegExp, RegExp, RegExp])[] = [
		[
			'for want of a second factor',
			'status401Mfa',
			/^Pending/,
			/^Partner Center wants you to sign in with a second factor/,
			/900421/,
		],
		['for want of a role', 'status403', /^Received/, /^This account may not read referrals/, /Status: 403/],
		[
			'at another address',
			'status404',
			/^Accepted/,
			/^There are no referrals at this address/,
			/Status: 404/,
		],
	];
	for (const [name, fault, group, sentence, found] of causes)
		it(`${name}, sees why in place, and finds the same by Check Access`, async () => {
			api.failNext(fault, { times: 100 });
			await tree().expand(group);
			await tree().reveal(sentence);
			await code().screenshot(`access ${fault}`);
			assert.doesNotMatch(await check(found), /first-token/);
			await code().screenshot(`access report ${fault}`);
		});
});
