import { release } from 'node:os';
import * as vscode from 'vscode';
import type { Journal } from './journal.ts';

/** Settings whose values name nobody and hold no secret; of all others it is only said whether they are set. */
const told: readonly string[] = [
	'partnerReferrals.source',
	'partnerReferrals.network',
	'partnerReferrals.autoRefresh',
	'http.proxySupport',
	'http.proxyStrictSSL',
	'http.systemCertificates',
];
const hidden: readonly string[] = [
	'partnerReferrals.endpoint',
	'partnerReferrals.clientId',
	'partnerReferrals.tenantId',
	'partnerReferrals.scopes',
	'http.proxy',
	'http.noProxy',
	'http.proxyAuthorization',
];

/** What somebody who helps needs to know, without customer data, token or address. */
export function diagnostics(extension: vscode.Extension<unknown>, { recent }: Journal): string {
	const settings = vscode.workspace.getConfiguration();
	const isChanged = (name: string) => settings.inspect(name)?.globalValue !== undefined;
	const { version }: { version: string } = extension.packageJSON;
	return [
		`Partner Referrals ${version}`,
		`${vscode.env.appName} ${vscode.version} (${vscode.env.appHost}, ${vscode.env.remoteName ?? 'local'})`,
		`${process.platform} ${process.arch} ${release()}, Node ${process.versions.node}`,
		...told.map((name) => `${name}: ${wordIn(settings.get<unknown>(name))}`),
		...hidden.map((name) => `${name}: ${isChanged(name) ? 'set' : 'not set'}`),
		'',
		...recent,
		'',
	].join('\n');
}

/** One of the words that such a setting can have; what else somebody has put there may be anything. */
function wordIn(value: unknown): string {
	const text = JSON.stringify(value) ?? '';
	return /^(?:true|false|"\w{1,20}")$/.test(text) ? text : 'something else';
}
