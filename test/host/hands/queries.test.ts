import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from '../whole/eventually.ts';
import { viewDescription } from '../whole/tree.ts';
import { run, search, start, useWholeExtension } from '../whole/wholeExtension.ts';

const mine = [
	{ name: 'My pipeline', status: 'Active' },
	{ name: 'My wins', status: 'Closed', substatus: 'Won' },
];

function usersOwn(): unknown {
	return vscode.workspace.getConfiguration('partnerReferrals').inspect('queries')?.globalValue;
}

async function write(value: unknown): Promise<void> {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	await settings.update('queries', value, vscode.ConfigurationTarget.Global);
}

describe('queries that come again', () => {
	const whole = useWholeExtension();

	beforeEach(() => write(mine));
	afterEach(() => write(undefined));

	const describes = (text: RegExp) => eventually(() => assert.match(viewDescription(), text));

	it('Back goes to the query before, and to none at the end', async () => {
		const { screen } = whole();
		await search(screen, 'status=New');
		await search(screen, 'status=Closed');
		await run('backQuery');
		await describes(/^New · /);
		await run('clearFilter');
		await run('backQuery');
		await describes(/^New · /);
	});

	it('recent ones are offered beside those that are saved', async () => {
		const { screen } = whole();
		await search(screen, 'text=contoso');
		await run('clearFilter');
		const switching = start('switchQuery');
		const prompt = await screen.prompt(/Saved Queries/);
		assert.match(prompt.text, /My pipeline[\s\S]*Recent queries of this window\n.*contoso/);
		prompt.choose(/contoso/);
		await switching.done;
		await describes(/contoso/);
	});

	/** Saves the query under a name, as far as a question if there is one. */
	async function saveAs(name: string, answer?: RegExp): Promise<void> {
		const { screen } = whole();
		await search(screen, 'direction=Incoming');
		const editing = start('filter');
		(await screen.prompt(/^Filter/)).choose(/Save this query/);
		(await screen.prompt(/Save this query/)).enter(name);
		if (answer) {
			const question = await eventually(() => {
				const shown = screen.prompts.findLast(({ isOpen, text }) => isOpen && /Replace it/.test(text));
				assert.ok(shown);
				return shown;
			});
			question.choose(answer);
		}
		const next = await eventually(() => {
			const shown = screen.prompts.findLast(({ isOpen }) => isOpen);
			assert.ok(shown && !/Replace it/.test(shown.text));
			return shown;
		});
		next.hide();
		await editing.done;
	}

	it('a name that is taken is asked about, and replaced where that is wanted', async () => {
		await saveAs('my PIPELINE', /Replace it/);
		assert.deepEqual(usersOwn(), [{ name: 'My pipeline', direction: 'Incoming', sort: 'newest' }, mine[1]]);
	});

	it('or left alone', async () => {
		await saveAs('My pipeline', /Choose another name/);
		assert.deepEqual(usersOwn(), mine);
	});

	it('one that was removed is put back by Undo, where it was', async () => {
		const { screen } = whole();
		screen.keep(/was removed/);
		const editing = start('filter');
		(await screen.prompt(/^Filter/)).press(/My pipeline/, 'Remove');
		const told = await screen.message(/“My pipeline” was removed/);
		assert.deepEqual(usersOwn(), [mine[1]]);
		told.answer('Undo');
		await eventually(() => assert.deepEqual(usersOwn(), mine));
		(await screen.prompt(/^Filter/)).hide();
		await editing.done;
	});
});
