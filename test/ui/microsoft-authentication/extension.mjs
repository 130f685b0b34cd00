import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import * as vscode from 'vscode';

/** @typedef {{ readonly id: string, readonly label: string }} Account */

/**
 * Signs people in without Microsoft. The variable PARTNER_REFERRALS_TEST_TOKEN has tokens, separated by commas: each new
 * session takes the next one. PARTNER_REFERRALS_TEST_PEOPLE has the names of people, separated by commas, among whom is
 * chosen when there are several. PARTNER_REFERRALS_TEST_SIGN_IN_FAILURES, if it is set, has a JSON array of what the first
 * sign-ins fail with, one after the other. Sessions outlast a reload of the window, and other windows know of them, as Microsoft's.
 * @param {vscode.ExtensionContext} context
 */
export function activate({ subscriptions, globalState }) {
	const tokens = (env['PARTNER_REFERRALS_TEST_TOKEN'] || 'a-token-of-the-stand-in').split(',');
	/** @type {string[]} */
	const failures = JSON.parse(env['PARTNER_REFERRALS_TEST_SIGN_IN_FAILURES'] || '[]');
	const people = (env['PARTNER_REFERRALS_TEST_PEOPLE'] || 'ada').split(',').map(accountOf);
	/** @type {vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>} */
	const changed = new vscode.EventEmitter();
	/** @returns {readonly vscode.AuthenticationSession[]} */
	const sessions = () => globalState.get('sessions', []);

	/** @param {readonly string[]} scopes @param {{ account?: Account }} [options] */
	const createSession = async (scopes, { account } = {}) => {
		const failure = failures.shift();
		if (failure) throw new Error(failure);
		const person = account ?? (await personAmong(people));
		const accessToken = (tokens.length > 1 ? tokens.shift() : tokens[0]) ?? '';
		const session = { id: randomUUID(), accessToken, account: person, scopes: [...scopes] };
		const removed = sessions().filter((each) => each.account.id === person.id);
		const kept = sessions().filter((each) => !removed.includes(each));
		await globalState.update('sessions', [...kept, session]);
		changed.fire({ added: [session], removed, changed: [] });
		return session;
	};
	/** @param {string} id */
	const removeSession = async (id) => {
		const removed = sessions().filter((session) => session.id === id);
		if (removed.length === 0) return;
		await globalState.update(
			'sessions',
			sessions().filter((session) => session.id !== id),
		);
		changed.fire({ added: [], removed, changed: [] });
	};
	const provider = {
		onDidChangeSessions: changed.event,
		/** @param {readonly string[] | undefined} scopes @param {{ account?: Account }} [options] */
		getSessions: async (scopes, { account } = {}) =>
			sessions().filter(
				(session) =>
					(!scopes || sameScopes(session.scopes, scopes)) && (!account || session.account.id === account.id),
			),
		createSession,
		removeSession,
		// What VS Code asks for when a service sends claims: there is none in silence, and the next token by consent.
		getSessionsFromChallenges: async () => [],
		/** @param {{ fallbackScopes?: readonly string[] }} constraint @param {{ account?: Account }} [options] */
		createSessionFromChallenges: async ({ fallbackScopes = [] }, options) =>
			createSession(fallbackScopes, options),
	};
	const options = { supportsMultipleAccounts: true, supportsChallenges: true };
	subscriptions.push(
		changed,
		vscode.authentication.registerAuthenticationProvider('microsoft', 'Microsoft', provider, options),
		vscode.commands.registerCommand('microsoftAccounts.signOut', async () => {
			for (const { id } of sessions()) await removeSession(id);
		}),
	);
}

/** @param {string} name @returns {Account} */
function accountOf(name) {
	return { id: name, label: `${name}@partner.example` };
}

/** @param {readonly Account[]} people @returns {Promise<Account>} */
async function personAmong(people) {
	const [only] = people;
	if (only && people.length === 1) return only;
	const chosen = await vscode.window.showQuickPick([...people], { title: 'Microsoft Accounts' });
	if (!chosen) throw new vscode.CancellationError();
	return { id: chosen.id, label: chosen.label };
}

/** @param {readonly string[]} some @param {readonly string[]} others */
function sameScopes(some, others) {
	return some.length === others.length && some.every((scope) => others.includes(scope));
}
