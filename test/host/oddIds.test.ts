import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { deal } from '../partner-api/TenantInHand.ts';
import { names } from './whole/tree.ts';
import { run, useWholeExtension } from './whole/wholeExtension.ts';

describe('referrals of whatever id a service may give', () => {
	const whole = useWholeExtension();

	it('are opened as documents with what was sent', async () => {
		const ids = ['half \ud83d', '../../etc', 'a/b?c#d%20', '\u202e', 'with|a bar', 'row:status:New'];
		whole().tenant.referrals = ids.map((id) => deal({ id, name: `Deal ${id.length}` }));
		assert.equal((await names('New', 'Pending')).length, ids.length);
		for (const id of ids) {
			await run('openJson', `row:status:New/Pending|referral|${id}`);
			const { document } = vscode.window.activeTextEditor ?? {};
			assert.equal(document?.languageId, 'json');
			assert.equal(JSON.parse(document?.getText() ?? '').id, id);
		}
	});
});
