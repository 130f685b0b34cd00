import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from '../whole/eventually.ts';
import type { Prompt } from '../whole/Prompt.ts';
import { search, start, useWholeExtension } from '../whole/wholeExtension.ts';

const mine = [
	{ name: 'My pipeline', status: 'Active' },
	{ name: 'My wins', status: 'Closed', substatus: 'Won' },
];
const ofTheFolder = [{ name: 'From the repository', country: 'DE' }];

describe('fault A 12: saved queries of the user', () => {
	const whole = useWholeExtension();

	beforeEach(() => search(whole().screen, 'direction=Incoming'));

	afterEach(async () => {
		await write(undefined, vscode.ConfigurationTarget.Workspace);
		await write(undefined, vscode.ConfigurationTarget.Global);
	});

	it('are kept when one is saved beside those of a folder', async () => {
		await write(mine, vscode.ConfigurationTarget.Global);
		await write(ofTheFolder, vscode.ConfigurationTarget.Workspace);
		await saveAs('Incoming deals');
		const all = usersOwn();
		assert.ok(Array.isArray(all));
		assert.deepEqual(
			all.map(({ name }) => name),
			['My pipeline', 'My wins', 'Incoming deals'],
		);
	});

	/** What is done to a query of the folder. */
	const changes: readonly (readonly [string, (builder: Prompt) => Promise<void>])[] = [
		['removed', async (builder) => builder.press(/From the repository/, 'Remove')],
		[
			'renamed',
			async (builder) => {
				builder.press(/From the repository/, 'Rename');
				(await whole().screen.prompt(/Rename/)).enter('From elsewhere');
			},
		],
	];
	for (const [name, change] of changes)
		it(`are kept when one of a folder is ${name}`, async () => {
			await write(mine, vscode.ConfigurationTarget.Global);
			await write(ofTheFolder, vscode.ConfigurationTarget.Workspace);
			await inBuilder(change);
			assert.deepEqual(usersOwn(), mine);
		});

	/** What somebody has written by hand. */
	const noLists: readonly unknown[] = [{ name: 'My pipeline', status: 'Active' }, 'status=Active', 7];
	for (const value of noLists)
		it(`are kept when they are no list: ${JSON.stringify(value)}`, async () => {
			await write(value, vscode.ConfigurationTarget.Global);
			await saveAs('Incoming deals');
			assert.deepEqual(usersOwn(), value);
		});

	const oddNames = ['My  pipeline', ' My pipeline', 'My pipeline ', 'My\tpipeline', 'My\u00a0pipeline'];
	for (const name of oddNames) {
		it(`can be removed whatever spaces the name has: ${JSON.stringify(name)}`, async () => {
			await write([{ name, status: 'Active' }], vscode.ConfigurationTarget.Global);
			await inBuilder(async (builder) => builder.press(/My pipeline/, 'Remove'));
			assert.deepEqual(usersOwn(), []);
		});

		it(`can be renamed whatever spaces the name has: ${JSON.stringify(name)}`, async () => {
			await write([{ name, status: 'Active' }], vscode.ConfigurationTarget.Global);
			await inBuilder(async (builder) => {
				builder.press(/My pipeline/, 'Rename');
				(await whole().screen.prompt(/Rename/)).enter('My deals');
			});
			assert.deepEqual(usersOwn(), [{ name: 'My deals', status: 'Active' }]);
		});
	}

	/** Does something in the first step of the filter, and leaves it when that has been done. */
	async function inBuilder(act: (builder: Prompt) => Promise<void>): Promise<void> {
		const { screen } = whole();
		const editing = start('filter');
		const before = await screen.prompt(/^Filter/);
		await act(before);
		// The list of conditions comes again, after what was done or after why it can't be.
		const after = await eventually(() => {
			const shown = screen.prompts.findLast(({ isOpen, items }) => isOpen && items.length > 0);
			assert.ok(shown && shown !== before, 'The list of conditions does not come again.');
			return shown;
		});
		after.hide();
		await editing.done;
	}

	async function saveAs(name: string): Promise<void> {
		const { screen } = whole();
		await inBuilder(async (builder) => {
			builder.choose(/Save this query/);
			(await screen.prompt(/Save this query/)).enter(name);
		});
	}
});

function usersOwn(): unknown {
	return vscode.workspace.getConfiguration('partnerReferrals').inspect('queries')?.globalValue;
}

async function write(value: unknown, target: vscode.ConfigurationTarget): Promise<void> {
	await vscode.workspace.getConfiguration('partnerReferrals').update('queries', value, target);
}
