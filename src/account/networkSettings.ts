import * as vscode from 'vscode';
import { type NetworkSettings, usualNetworkSettings as usual } from '../partner/network/settings.ts';

/** Reads what VS Code's own settings and ours say about the network as they are now. */
export function readNetworkSettings(): NetworkSettings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const http = vscode.workspace.getConfiguration('http');
	return {
		transport: transportIn(settings.get<string>('network')),
		proxy: textIn(http.get('proxy')).trim(),
		noProxy: [http.get<unknown>('noProxy')]
			.flat()
			.map(textIn)
			.filter((host) => host !== ''),
		proxySupport: textIn(http.get('proxySupport')),
		proxyStrictSSL: http.get('proxyStrictSSL') !== false,
		proxyAuthorization: textIn(http.get('proxyAuthorization')),
		systemCertificates: http.get('systemCertificates') !== false,
	};
}

function transportIn(text: string | undefined): NetworkSettings['transport'] {
	return text === 'undici' || text === 'editor' ? text : usual.transport;
}

/** What a user wrote may be of any type. */
function textIn(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
