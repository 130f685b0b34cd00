import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import * as vscode from 'vscode';

const ACCOUNT = { id: 'ada', label: 'ada@partner.example' };

/**
 * Signs everybody in as one person, with the tokens of the variable PARTNER_REFERRALS_TEST_TOKEN, which are separated by
 * commas: each new session takes the next one. Sessions outlast a reload of the window, as Microsoft's do.
 * @param {vscode.ExtensionContext} context
 */
export function activate({ subscriptions, globalState }) {
	const tokens = (env['PARTNER_REFERRALS_TEST_TOKEN'] || 'a-token-of-the-stand-in').split(',');
	/** @type {vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>} */
	const changed = new vscode.EventEmitter();
	/** @type {vscode.AuthenticationSession[]} */
	const sessions = [...globalState.get('sessions', [])];
	const keep = () => globalState.update('sessions', sessions);

	/** @param {readonly string[]} scopes */
	const createSession = async (scopes) => {
		const accessToken = (tokens.length > 1 ? tokens.shift() : tokens[0]) ?? '';
		const session = { id: randomUUID(), accessToken, account: ACCOUNT, scopes: [...scopes] };
		const removed = sessions.splice(0);
		sessions.push(session);
		await keep();
		changed.fire({ added: [session], removed, changed: [] });
		return session;
	};
	/** @param {string} id */
	const removeSession = async (id) => {
		const index = sessions.findIndex((session) => session.id === id);
		if (index < 0) return;
		const removed = sessions.splice(index, 1);
		await keep();
		changed.fire({ added: [], removed, changed: [] });
	};
	const provider = {
		onDidChangeSessions: changed.event,
		/** @param {readonly string[] | undefined} scopes */
		getSessions: async (scopes) =>
			sessions.filter((session) => !scopes || sameScopes(session.scopes, scopes)),
		createSession,
		removeSession,
		// What VS Code asks for when a service sends claims: there is none in silence, and the next token by consent.
		getSessionsFromChallenges: async () => [],
		/** @param {{ fallbackScopes?: readonly string[] }} constraint */
		createSessionFromChallenges: async ({ fallbackScopes = [] }) => createSession(fallbackScopes),
	};
	const options = { supportsMultipleAccounts: true, supportsChallenges: true };
	subscriptions.push(
		changed,
		vscode.authentication.registerAuthenticationProvider('microsoft', 'Microsoft', provider, options),
		vscode.commands.registerCommand('microsoftAccounts.signOut', async () => {
			for (const { id } of [...sessions]) await removeSession(id);
		}),
	);
}

/** @param {readonly string[]} some @param {readonly string[]} others */
function sameScopes(some, others) {
	return some.length === others.length && some.every((scope) => others.includes(scope));
}
