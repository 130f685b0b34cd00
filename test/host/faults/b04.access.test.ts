import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Send } from '../../../src/partner/send.ts';
import { deals } from '../../partner-api/TenantInHand.ts';
import { replied } from '../../unit/partner/fakeSend.ts';
import { accounts, ada } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import { labels, names } from '../whole/tree.ts';
import { defaultScopes, run, serve, setSettings, start, useWholeExtension } from '../whole/wholeExtension.ts';

const refusal =
	(status: number, body: unknown): Send =>
	async () =>
		replied(body, status);
const noFactor = refusal(401, { code: 900421, description: 'MFA required.' });

describe('somebody without a second factor', () => {
	const whole = useWholeExtension();

	it('is asked to sign in with one, once, and then told what an administrator can do', async () => {
		const { api, tenant } = whole();
		serve(api, ada, noFactor);
		assert.match((await labels('New', 'Pending')).join(), /second factor/);
		assert.equal(accounts.forced, 0);
		assert.equal(api.requests.length, 1);
		accounts.willChoose(ada);
		await run('signIn');
		assert.equal(accounts.forced, 1);
		await eventually(async () => assert.match((await labels('New', 'Pending')).join(), /administrator.*amr/));
		assert.equal(api.requests.length, 2);
		assert.equal(accounts.forced, 1);
		tenant.referrals = deals(3, 'Ada');
		serve(api, ada, tenant.send);
		accounts.willChoose(ada);
		await run('signIn');
		await eventually(async () => assert.equal((await names('New', 'Pending')).length, 3));
	});
});

describe('Check Access', () => {
	const clientId = '11111111-2222-3333-4444-555555555555';
	const whole = useWholeExtension();
	afterEach(() => setSettings({ clientId: undefined }));

	/** Runs it, and reads what the editor shows then. */
	async function report(): Promise<string> {
		const { screen } = whole();
		screen.keep(/report/);
		const checking = start('checkAccess');
		const message = await screen.message(/report/);
		const { document } = vscode.window.activeTextEditor ?? {};
		message.answer('Copy Report');
		await checking.done;
		assert.equal(screen.copied.at(-1), document?.getText());
		return document?.getText() ?? '';
	}

	it('tells account, settings, token, roles and dialect, and nothing of a customer', async () => {
		const { api, tenant } = whole();
		tenant.referrals = deals(3, 'Fabrikam rollout');
		serve(api, ada, tenant.send, [...defaultScopes, `VSCODE_CLIENT_ID:${clientId}`]);
		await setSettings({ clientId });
		accounts.willChoose(ada);
		await run('signIn');
		const text = await report();
		for (const line of [
			/^Account: ada@contoso\.com$/m,
			/^Client id: 11111111-2222-3333-4444-555555555555$/m,
			/^Token in silence: yes$/m,
			/^Token: cannot be looked into$/m,
			/^One list request: succeeded$/m,
			/^Roles: this account can read referrals$/m,
			/^ge: (works|does not work)/m,
			/^or: (works|does not work)/m,
		])
			assert.match(text, line);
		assert.doesNotMatch(text, /Fabrikam rollout|ada~|Bearer/);
	});

	const causes: readonly (readonly [string, Send, RegExp])[] = [
		['no second factor', noFactor, /One list request: .*second factor[\s\S]*Code: 900421/],
		[
			'no role',
			refusal(403, { error: { code: 'accessDenied' } }),
			/One list request: .*role[\s\S]*Status: 403/,
		],
		['a wrong address', refusal(404, ''), /One list request: .*"endpoint"[\s\S]*Status: 404/],
		['another service', async () => replied('<p>Welcome</p>'), /One list request: .*no JSON/],
	];
	for (const [name, send, expected] of causes)
		it(`names ${name}`, async () => {
			serve(whole().api, ada, send);
			assert.match(await report(), expected);
		});

	it('names an empty list', async () => {
		assert.match(await report(), /Roles: the list is empty/);
	});

	it('says nothing when it is cancelled, whatever hangs', async () => {
		const { api, screen } = whole();
		for (const hang of [() => api.hold(), () => accounts.hold()]) {
			hang();
			const before = screen.messages.length;
			const checking = start('checkAccess');
			await eventually(() => assert.ok(screen.tasks.at(-1)?.isRunning));
			await new Promise((resolve) => setTimeout(resolve, 200));
			screen.tasks.at(-1)?.cancel();
			await checking.done;
			api.releaseAll();
			accounts.letGo();
			assert.deepEqual(screen.messages.slice(before), []);
		}
	});

	it('shows nothing of an account that has signed out meanwhile', async () => {
		const { api, screen } = whole();
		api.hold();
		const checking = start('checkAccess');
		await api.requested(1);
		const before = screen.messages.length;
		await run('signOut');
		await checking.done;
		assert.deepEqual(screen.messages.slice(before), []);
	});

	it('names that nobody is signed in', async () => {
		await run('signOut');
		assert.match(await report(), /Token in silence: no/);
	});

	const ends: readonly (readonly [string, string, RegExp])[] = [
		['a window that was closed', 'user_canceled: See https://aka.ms', /^Last sign-in: it was cancelled/m],
		[
			'a client that is not known',
			"AADSTS700016: Application '(hidden)' was not found.",
			/^Last sign-in: The client id is not known in that tenant\. Whoever .*\n {2}Code: AADSTS700016$/m,
		],
	];
	for (const [name, thrown, found] of ends)
		it(`names ${name} at the last sign-in, until another setting or sign-in`, async () => {
			await run('signOut');
			accounts.failure = new Error(thrown);
			await run('signIn');
			accounts.failure = undefined;
			const text = await report();
			assert.match(text, found);
			assert.match(text, /^Token in silence: no/m);
			assert.doesNotMatch(text, /hidden|aka/);
			await setSettings({ clientId });
			assert.doesNotMatch(await report(), /^Last sign-in/m);
			await setSettings({ clientId: undefined });
			assert.match(await report(), found);
			accounts.willChoose(ada);
			await run('signIn');
			assert.doesNotMatch(await report(), /^Last sign-in/m);
		});

	it('no longer asks for what does not work, and finds it all the same', async () => {
		const { api, tenant, screen } = whole();
		tenant.referrals = [
			...deals(2, 'Now', { updatedDateTime: new Date().toISOString() }),
			...deals(2, 'Then', { updatedDateTime: '2020-01-01T00:00:00Z' }),
		];
		const refusing: Send = async (ask) =>
			/%20ge%20/.test(ask.url) ? replied({ error: { code: 'invalidRequest' } }, 400) : tenant.send(ask);
		serve(api, ada, refusing);
		assert.match(await report(), /^ge: does not work/m);
		api.forgetRequests();
		screen.keep(/^A link wants to show/);
		const { captured } = await import('../whole/captured.ts');
		const opened = captured.openLink('/query', 'updatedSince=30d');
		(await screen.message(/^A link wants to show/)).answer('Show');
		await opened;
		assert.deepEqual(
			[...new Set(await names('New', 'Pending'))].sort().map((name) => name.split(' ')[0]),
			['Now', 'Now'],
		);
		assert.ok(api.listRequests().every(({ url }) => !url.includes('%20ge%20')));
	});
});
