import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import * as vscode from 'vscode';

const ACCOUNT = { id: 'ada', label: 'ada@partner.example' };

/**
 * Signs everybody in as one person, with the token of the variable PARTNER_REFERRALS_TEST_TOKEN. Sessions last as long as
 * the window.
 * @param {vscode.ExtensionContext} context
 */
export function activate({ subscriptions }) {
	/** @type {vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>} */
	const changed = new vscode.EventEmitter();
	/** @type {vscode.AuthenticationSession[]} */
	const sessions = [];

	/** @type {vscode.AuthenticationProvider} */
	const provider = {
		onDidChangeSessions: changed.event,
		getSessions: async (scopes) =>
			sessions.filter((session) => !scopes || sameScopes(session.scopes, scopes)),
		createSession: async (scopes) => {
			const accessToken = env['PARTNER_REFERRALS_TEST_TOKEN'] || 'a-token-of-the-stand-in';
			const session = { id: randomUUID(), accessToken, account: ACCOUNT, scopes: [...scopes] };
			sessions.push(session);
			changed.fire({ added: [session], removed: [], changed: [] });
			return session;
		},
		removeSession: async (id) => {
			const index = sessions.findIndex((session) => session.id === id);
			if (index < 0) return;
			changed.fire({ added: [], removed: sessions.splice(index, 1), changed: [] });
		},
	};
	subscriptions.push(
		changed,
		vscode.authentication.registerAuthenticationProvider('microsoft', 'Microsoft', provider, {
			supportsMultipleAccounts: true,
		}),
	);
}

/** @param {readonly string[]} some @param {readonly string[]} others */
function sameScopes(some, others) {
	return some.length === others.length && some.every((scope) => others.includes(scope));
}
