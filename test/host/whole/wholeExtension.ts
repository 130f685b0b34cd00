import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Send } from '../../../src/partner/send.ts';
import type { PartnerApi } from '../../partner-api/partnerApi.ts';
import type { RecordedRequest } from '../../partner-api/recordedRequest.ts';
import { startPartnerApi } from '../../partner-api/startPartnerApi.ts';
import { deals, TenantInHand } from '../../partner-api/TenantInHand.ts';
import { accounts, ada, bob, type Person, tokenOf } from './accounts.ts';
import { captured } from './captured.ts';
import { clock } from './clock.ts';
import { eventually } from './eventually.ts';
import { Screen } from './Screen.ts';
import * as tree from './tree.ts';

/** What is asked for when signing in, unless the settings say otherwise. */
export const defaultScopes = ['https://api.partner.microsoft.com/.default'];

/** The extension as it is, awake in this window, with a service of its own for each test. */
export interface WholeExtension {
	readonly api: PartnerApi;
	readonly screen: Screen;
	/** What Ada sees in Partner Center. */
	readonly tenant: TenantInHand;
}

/** The extension, signed in as Ada before each test, without a filter and with nothing open. @returns it, inside a test */
export function useWholeExtension(): () => WholeExtension {
	let whole: WholeExtension | undefined;
	before(async () => {
		await vscode.extensions.getExtension('partner-referrals.partner-referrals')?.activate();
	});
	beforeEach(async () => {
		const api = await startPartnerApi({ token: 'a token that nobody has', tenant: { referrals: [] } });
		const tenant = new TenantInHand([]);
		serve(api, ada, tenant.send);
		accounts.begin(ada);
		captured.rejections.length = 0;
		whole = { api, tenant, screen: new Screen() };
		await setSettings({ endpoint: api.endpoint, source: undefined });
		await signIn(ada);
		await run('clearFilter');
		await eventually(async () => {
			const labels = await tree.labels();
			assert.ok(labels.includes('New'), `In the tree are ${labels.join(', ') || 'no rows'}.`);
		});
	});
	afterEach(async () => {
		if (!whole) return;
		const { api, screen } = whole;
		accounts.end();
		api.releaseAll();
		screen.close();
		captured.refuseToReveal(false);
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		// What is expanded would be asked for again by the next test's tree.
		await vscode.commands.executeCommand('workbench.actions.treeView.partnerReferrals.explorer.collapseAll');
		await run('signOut');
		await api.close();
		whole = undefined;
	});
	after(async () => {
		accounts.active = false;
		clock.reset();
		await setSettings({ endpoint: undefined, source: undefined });
		await vscode.commands.executeCommand('workbench.view.explorer');
	});
	return () => {
		assert.ok(whole, 'The extension is there only while a test runs.');
		return whole;
	};
}

/** Answers whoever has somebody's token. */
export function serve(
	api: PartnerApi,
	person: Person,
	send: Send,
	scopes: readonly string[] = defaultScopes,
): void {
	api.accounts.set(tokenOf(person, scopes), send);
}

/** Gives Bob a tenant of his own. */
export function serveBob(api: PartnerApi, referrals = deals(250, 'Bob')): TenantInHand {
	const tenant = new TenantInHand(referrals);
	serve(api, bob, tenant.send);
	return tenant;
}

/** Whether a request came with somebody's token. */
export function isOf(
	person: Person,
	scopes: readonly string[] = defaultScopes,
): (request: RecordedRequest) => boolean {
	return ({ headers }) => headers['authorization'] === `Bearer ${tokenOf(person, scopes)}`;
}

/** Signs in, long enough ago for the editor to be asked for the session at each request. */
export async function signIn(person: Person): Promise<void> {
	accounts.willChoose(person);
	await run('signIn');
	clock.pass(11_000);
}

/** Runs a command of the extension. */
export async function run(command: string, ...args: readonly unknown[]): Promise<void> {
	await vscode.commands.executeCommand(`partnerReferrals.${command}`, ...args);
}

/** Something that goes on. */
export interface Begun {
	readonly done: Promise<void>;
}

/** Starts a command and goes on; it is waited for at the end. */
export function start(command: string, ...args: readonly unknown[]): Begun {
	return { done: run(command, ...args) };
}

/** Begins something, and waits until the user sees that it goes on. */
export async function begun({ tasks }: Screen, begin: () => Begun): Promise<Begun> {
	const before = tasks.length;
	const task = begin();
	await eventually(() => assert.ok(tasks.length > before, 'Nothing shows that it goes on.'));
	return task;
}

/** Changes user settings of the extension; undefined removes one. */
export async function setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
	const configuration = vscode.workspace.getConfiguration('partnerReferrals');
	// To write one takes the editor a sixth of a second.
	for (const [name, value] of Object.entries(settings))
		if (configuration.inspect(name)?.globalValue !== value)
			await configuration.update(name, value, vscode.ConfigurationTarget.Global);
}

/** Searches by a link, to which the user agrees. @param query such as `direction=Incoming` */
export async function search(screen: Screen, query: string): Promise<void> {
	screen.keep(/^A link wants to show/);
	const opened = captured.openLink('/query', query);
	(await screen.message(/^A link wants to show/)).answer('Show');
	await opened;
}

/** What the service was asked for, of lists. */
export function filters(api: PartnerApi): string[] {
	return api
		.listRequests()
		.map(({ url }) => new URL(url, 'http://localhost').searchParams.get('$filter') ?? '');
}

/** The tabs of details pages. */
export function pageTabs(): readonly vscode.Tab[] {
	return allTabs().filter(({ input }) => input instanceof vscode.TabInputWebview);
}

export function allTabs(): readonly vscode.Tab[] {
	return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

/** What the only page was told last that speaks of a name, whatever the form. */
export function pageText(): string {
	const page = captured.pages.at(-1);
	assert.ok(page, 'There is no details page.');
	return [page.panel.webview.html, ...page.told].join('\n');
}

/** Resolves when every request that has arrived so far has been answered. */
export async function requestsSettled({ requests }: PartnerApi): Promise<void> {
	await Promise.all(requests.map(({ ended }) => ended));
}

/** Resolves when the editor has heard of something and answered: what was due in the extension has been done by then. */
export async function crossing(): Promise<void> {
	await vscode.commands.executeCommand('setContext', 'partnerReferrals.crossing', crypto.randomUUID());
}
