import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnostics } from '../../src/editor/diagnostics.ts';
import { Journal } from '../../src/editor/journal.ts';

describe('diagnostics', () => {
	const extension = vscode.extensions.getExtension('partner-referrals.partner-referrals');
	const channel = vscode.window.createOutputChannel('Diagnostics of a test', { log: true });
	after(() => channel.dispose());

	const settings = (name: string, value: unknown) =>
		vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);

	it('tell versions, whether settings are set, and the latest requests', async () => {
		assert.ok(extension);
		await settings('partnerReferrals.clientId', '11111111-2222-3333-4444-555555555555');
		await settings('http.proxy', 'http://name:password@proxy.contoso.com:8080');
		await settings('partnerReferrals.network', 'ada@contoso.com');
		try {
			const journal = new Journal(channel);
			for (let line = 1; line <= 100; line++) journal.write(`GET /v1.0/engagements/referrals page ${line}`);
			const text = diagnostics(extension, journal);
			assert.match(text, /^Partner Referrals \d+\.\d+\.\d+\n/);
			assert.match(text, /partnerReferrals\.clientId: set\n/);
			assert.match(text, /partnerReferrals\.tenantId: not set\n/);
			assert.match(text, /http\.proxy: set\n/);
			assert.match(text, /partnerReferrals\.network: something else\n/);
			assert.match(text, /http\.proxyStrictSSL: true\n/);
			assert.match(text, /page 100\n/);
			assert.doesNotMatch(text, /page 60\n|11111111|password|contoso/);
		} finally {
			await settings('partnerReferrals.clientId', undefined);
			await settings('http.proxy', undefined);
			await settings('partnerReferrals.network', undefined);
		}
	});
});
