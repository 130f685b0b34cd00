import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { englishManifest } from './englishManifest.ts';

interface MenuItem {
	readonly command: string;
	readonly when?: string;
	readonly group?: string;
}

interface KeyBinding {
	readonly command: string;
	readonly key: string;
	readonly mac?: string;
	readonly when: string;
	readonly args?: unknown;
}

interface Setting {
	readonly type: string;
	readonly default: unknown;
	readonly scope: string;
	readonly enum?: readonly string[];
}

interface Manifest {
	readonly name: string;
	readonly publisher: string;
	readonly displayName: string;
	readonly icon: string;
	readonly type: string;
	readonly engines: { readonly vscode: string };
	readonly activationEvents: readonly string[];
	readonly capabilities: {
		readonly untrustedWorkspaces: { readonly supported: boolean };
		readonly virtualWorkspaces: boolean;
	};
	readonly dependencies?: object;
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly contributes: {
		readonly commands: readonly { command: string; title: string; category: string }[];
		readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
		readonly keybindings: readonly KeyBinding[];
		readonly viewsContainers: { activitybar: readonly { id: string; title: string; icon: string }[] };
		readonly views: Readonly<Record<string, readonly { id: string; name: string; icon: string }[]>>;
		readonly viewsWelcome: readonly { view: string; when: string; contents: string }[];
		readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
	};
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const manifest: Manifest = JSON.parse(englishManifest());
const { commands, menus, configuration, viewsWelcome } = manifest.contributes;
const source = globSync('src/**/*.ts', { cwd: root }).map(read).join('\n');

const declared = commands.map(({ command }) => command).sort();
const whens = [...Object.values(menus).flat(), ...viewsWelcome].flatMap(({ when }) => when ?? []);
const hidden = (menus['commandPalette'] ?? [])
	.filter(({ when }) => when === 'false')
	.map(({ command }) => command);

describe('the manifest', () => {
	it('has the names that users and tests rely on', () => {
		assert.equal(`${manifest.publisher}.${manifest.name}`, 'partner-referrals.partner-referrals');
		assert.equal(manifest.displayName, 'Partner Referrals');
		const [container] = manifest.contributes.viewsContainers.activitybar;
		assert.deepEqual([container?.id, container?.title], ['partnerReferrals', 'Partner Referrals']);
		const [view] = manifest.contributes.views['partnerReferrals'] ?? [];
		assert.deepEqual([view?.id, view?.name], ['partnerReferrals.explorer', 'Referrals']);
	});

	it('wakes the extension for what it contributes, links, pages that a window is reloaded with, and the daily look', () => {
		const pages = ['details', 'pipeline'].map((page) => `onWebviewPanel:partnerReferrals.${page}`);
		assert.deepEqual(manifest.activationEvents, ['onStartupFinished', 'onUri', ...pages]);
		// Nobody has one who doesn't want it.
		assert.equal(configuration.properties['partnerReferrals.dailyLook']?.default, false);
		assert.match(read('src/details/editor/view.ts'), /viewType = 'partnerReferrals\.details'/);
		assert.match(read('src/pipeline/editor/view.ts'), /viewType = 'partnerReferrals\.pipeline'/);
	});

	it('says where the extension works', () => {
		assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
		assert.equal(manifest.capabilities.virtualWorkspaces, true);
	});

	it('names icons that exist', () => {
		const { viewsContainers, views } = manifest.contributes;
		const icons = [...viewsContainers.activitybar, ...Object.values(views).flat()].map(({ icon }) => icon);
		for (const icon of [manifest.icon, ...icons]) assert.ok(existsSync(root + icon), icon);
	});

	it('asks for the editor whose types are compiled against', () => {
		const [asked] = /\d+\.\d+/.exec(manifest.engines.vscode) ?? [];
		const { version }: { version: string } = JSON.parse(read('node_modules/@types/vscode/package.json'));
		assert.ok(asked && version.startsWith(`${asked}.`), `${asked} and ${version}`);
		assert.match(manifest.devDependencies['@types/vscode'] ?? '', new RegExp(`^~${asked}\\.`));
	});

	it('has no dependencies of its own, since all are bundled', () => {
		assert.equal(manifest.dependencies, undefined);
	});

	describe('its commands', () => {
		it('are registered, and no others', () => {
			assert.deepEqual(registered(), declared);
		});
		it('have a title and a category', () => {
			for (const { command, title, category } of commands) {
				assert.ok(title, command);
				assert.equal(category, 'Partner Referrals');
			}
		});
		it('are the ones that menus, welcomes and rows name', () => {
			const inMenus = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
			const inWelcomes = viewsWelcome.flatMap(({ contents }) => matches(contents, /\(command:([\w.]+)/g));
			const inRows = matches(source, /command: '(partnerReferrals\.[\w.]+)'/g);
			const unknown = [...inMenus, ...inWelcomes, ...inRows].filter((name) => !declared.includes(name));
			assert.deepEqual(unknown, []);
			assert.ok(inRows.length >= 3 && inWelcomes.length >= 2);
		});
		it('are hidden from the palette when they need a row', () => {
			const needRow = [
				'retry',
				'resolve',
				'copyProblem',
				'openRow',
				'showSavedQuery',
				'hideSavedQuery',
				'compareSelected',
			];
			// And the one that is another one with another icon.
			const expected = [...needRow, 'changeFilter'].map((name) => `partnerReferrals.${name}`);
			assert.deepEqual(expected.sort(), hidden.toSorted());
			assert.ok(hidden.includes('partnerReferrals.retry'));
		});
	});

	describe('its conditions', () => {
		it('ask for context that the source sets', () => {
			const keys = whens.flatMap((when) => matches(when, /\b(partnerReferrals\.\w+)\b/g));
			const views = ['explorer', 'details', 'pipeline'].map((name) => `partnerReferrals.${name}`);
			const own = new Set(keys.filter((key) => !views.includes(key)));
			assert.ok(own.has('partnerReferrals.state'));
			for (const key of own) assert.match(source, new RegExp(`setContext\\('${key.split('.')[1]}'`));
		});
		it('ask for states that there are', () => {
			const states = ['closed', 'signedOut', 'failed', 'partnerCenter', 'sample'];
			const asked = whens.flatMap((when) => [
				...matches(when, /partnerReferrals\.state [!=]= (\w+)/g),
				...matches(when, /partnerReferrals\.state =~ \/\^\(([\w|]+)\)\$\//g).flatMap((each) =>
					each.split('|'),
				),
			]);
			assert.ok(asked.length > 8);
			for (const state of asked) {
				assert.ok(states.includes(state), state);
				assert.match(
					read('src/listing/sessions.ts') + read('src/listing/session.ts'),
					new RegExp(`'${state}'`),
				);
			}
		});
		it('ask for kinds of rows that there are', () => {
			const rows = ['item.ts', 'branchItem.ts', 'saved/rows.ts']
				.map((file) => read(`src/tree/${file}`))
				.join('\n')
				.replaceAll(' = ', ': ');
			const contexts = matches(rows, /(?:contextValue:|\breturn) (.*?)[,;]?$/gm).flatMap((text) =>
				matches(text, /'([\w;]+)'/g),
			);
			assert.ok(contexts.includes('referral'));
			const items = menus['view/item/context'] ?? [];
			for (const { command, when = '' } of items) {
				const [pattern = ''] = matches(when, /viewItem =~ \/(.*?)\/(?:$| )/g);
				assert.ok(pattern, `${command} is for no kind of row`);
				assert.ok(
					contexts.some((context) => new RegExp(pattern).test(context)),
					`no row is ${pattern} for ${command}`,
				);
			}
		});
		it('of a menu of the page name the page', () => {
			const pages = [
				'webviewId == partnerReferrals.details && webviewSection == referral',
				'webviewId == partnerReferrals.pipeline && webviewSection == pipelineRow',
			];
			for (const { when = '' } of menus['webview/context'] ?? []) assert.ok(pages.includes(when), when);
			for (const { when = '' } of menus['editor/title'] ?? [])
				assert.equal(when, 'activeWebviewPanelId == partnerReferrals.details');
			assert.match(read('src/details/editor/panel.ts'), /section: 'referral'/);
		});
		it('of a menu of the view name the view', () => {
			for (const menu of ['view/title', 'view/item/context'])
				for (const { when = '' } of menus[menu] ?? [])
					assert.match(when, /^view == partnerReferrals\.explorer( |$)/);
		});
	});

	describe('its menus', () => {
		it('of a row name nothing that asks for what the row says', () => {
			const asking = ['partnerReferrals.openReferral', 'partnerReferrals.filter'];
			const inRows = (menus['view/item/context'] ?? []).map(({ command }) => command);
			assert.deepEqual(
				inRows.filter((command) => asking.includes(command)),
				[],
			);
			assert.equal(commands.find(({ command }) => command === 'partnerReferrals.openRow')?.title, 'Open');
		});
		it('offer to look again wherever nothing is shown', () => {
			const refresh = menus['view/title']?.find(({ command }) => command.endsWith('.refresh'));
			assert.match(refresh?.when ?? '', /signedOut/);
			assert.match(
				viewsWelcome[0]?.contents ?? '',
				/offline: \[try again\]\(command:partnerReferrals\.refresh\)/,
			);
		});
		for (const [menu, items] of Object.entries(menus))
			it(`${menu} has one order for what is shown together`, () => {
				const same = items.flatMap((item, index) =>
					items
						.slice(index + 1)
						.filter(({ group }) => item.group !== undefined && group === item.group)
						.filter((other) => canMeet(item, other)),
				);
				assert.deepEqual(same, []);
			});
	});

	describe('its keys', () => {
		const { keybindings } = manifest.contributes;
		const inTree = 'focusedView == partnerReferrals.explorer';
		const onPage = 'activeWebviewPanelId == partnerReferrals.details && !focusedView && !inputFocus';

		it('are commands that there are', () => {
			const unknown = keybindings.filter(({ command }) => !declared.includes(command));
			assert.deepEqual(unknown, []);
			assert.ok(keybindings.length > 5);
		});
		it('are the ones that the README promises', () => {
			const of = (when: (text: string) => boolean) =>
				keybindings
					.filter((each) => when(each.when))
					.map(({ key, command }) => `${key} ${command.split('.')[1]}`);
			assert.deepEqual(of((when) => when.startsWith(inTree)).sort(), [
				...['alt+down nextReferral', 'alt+up previousReferral', 'ctrl+c copyTable'],
				...['ctrl+enter openToSide', 'f5 refresh'],
			]);
			assert.deepEqual(of((when) => when === onPage).sort(), [
				...['alt+down nextReferral', 'alt+up previousReferral', 'f5 refreshReferral'],
			]);
		});
		it('are pressed in the view or on the page, and nowhere where one types', () => {
			for (const { command, when } of keybindings) {
				assert.ok(when === onPage || when.startsWith(`${inTree} && `), `${command}: ${when}`);
				assert.match(when, /&& !inputFocus$/);
				assert.doesNotMatch(when, /\|\|/);
			}
		});
		it('say that they are keys where they mean a row', () => {
			for (const { when, args } of keybindings)
				assert.deepEqual(args, when.includes('listFocus') ? { by: 'keys' } : undefined);
		});
		it('are Command on a Mac where they are Control elsewhere', () => {
			for (const { key, mac } of keybindings)
				assert.equal(mac, key.startsWith('ctrl+') ? key.replace('ctrl+', 'cmd+') : undefined);
		});
	});

	describe('its settings', () => {
		const defaults = {
			source: 'partnerCenter',
			endpoint: 'https://api.partner.microsoft.com/v1.0/engagements',
			clientId: '',
			tenantId: '',
			scopes: ['https://api.partner.microsoft.com/.default'],
			network: 'auto',
			queries: [],
		};
		const settings = configuration.properties;

		for (const [name, value] of Object.entries(defaults)) {
			const setting = settings[`partnerReferrals.${name}`];
			if (setting) it(`${name} has its default`, () => assert.deepEqual(setting.default, value));
		}
		it('are the ones that the source reads', () => {
			const inSource = matches(
				read('src/account/checking/written.ts') +
					read('src/account/checking/writtenConnection.ts') +
					read('src/account/networkSettings.ts') +
					read('src/query/editor/savedQueries.ts'),
				/settings\.(?:get|inspect)(?:<[^>]+>)?\('(\w+)'/g,
			);
			const inManifest = Object.keys(settings).map((name) => name.replace('partnerReferrals.', ''));
			assert.deepEqual([...new Set(inSource)].sort(), inManifest.sort());
		});
		it('that decide where a token goes are beyond the reach of a workspace', () => {
			for (const name of ['source', 'endpoint', 'clientId', 'tenantId', 'scopes', 'network']) {
				const setting = settings[`partnerReferrals.${name}`];
				assert.equal(setting?.scope ?? 'application', 'application', name);
			}
		});
		it('and default to one of their choices', () => {
			for (const { enum: choices, default: value } of Object.values(settings))
				assert.ok(choices === undefined || choices.some((choice) => choice === value));
		});
	});
});

describe('the lockfile', () => {
	it('names no registry', () => assert.doesNotMatch(read('package-lock.json'), /"resolved": "http/));
});

/** The names in the tables of commands. */
function registered(): readonly string[] {
	const names = [
		...['commands', 'changeCommands', 'dayCommands', 'exportCommands'],
		...['referralCommands', 'pipelineCommands'],
	]
		.map((name) => `src/commands/${name}.ts`)
		.flatMap((file) => {
			const [, table = ''] = /return \{\n(\t\t\w+: [\s\S]*?)\n\t\};/.exec(read(file)) ?? [];
			return matches(table, /^\t\t(\w+): /gm);
		});
	return names.map((name) => `partnerReferrals.${name}`).sort();
}

/** Whether two entries of a menu can be shown at once, as far as their conditions say plainly that they can't. */
function canMeet({ when: one = '' }: MenuItem, { when: other = '' }: MenuItem): boolean {
	const [kinds, others] = [one, other].map((when) =>
		matches(when, /viewItem =~ \/\\b\(?([\w|]+)/g)[0]?.split('|'),
	);
	if (kinds && others) return kinds.some((kind) => others.includes(kind));
	const terms = (when: string) => when.split(' && ');
	return !terms(one).some((term) => terms(other).includes(term.startsWith('!') ? term.slice(1) : `!${term}`));
}

/** What the first group that took part matched, each time. */
function matches(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].flatMap(
		([, ...groups]) => groups.find((group) => group !== undefined) ?? [],
	);
}
