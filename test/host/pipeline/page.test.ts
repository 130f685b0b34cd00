import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { deal, deals as dealsOf } from '../../partner-api/TenantInHand.ts';
import { bob } from '../whole/accounts.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { replace } from '../whole/replace.ts';
import { names, row } from '../whole/tree.ts';
import { run, search, serveBob, signIn, start, useWholeExtension } from '../whole/wholeExtension.ts';
import { deals, lines, part, pipelinePages, putBack, say, shown } from './PipelineInHand.ts';

describe('the pipeline page of a window', () => {
	const whole = useWholeExtension();

	beforeEach(async () => {
		whole().tenant.referrals = [
			...dealsOf(3, 'Ada'),
			deal({ name: 'Eve 1', status: 'Active', substatus: 'Accepted' }),
		];
		await run('openPipeline');
		putBack();
		pipelinePages()[0]?.panel.dispose();
		await eventually(() => assert.equal(pipelinePages().length, 0));
		whole().api.forgetRequests();
	});

	/** Opens it with all loaded. */
	async function openLoaded(): Promise<void> {
		await run('openPipeline');
		say({ type: 'load' });
		await eventually(async () => assert.deepEqual(await deals(), ['Ada 1', 'Ada 2', 'Ada 3', 'Eve 1']));
	}

	it('is one, however often it is opened', async () => {
		await Promise.all([run('openPipeline'), run('openPipeline'), run('openPipeline')]);
		await run('openPipeline');
		assert.equal(pipelinePages().length, 1);
		assert.deepEqual(whole().api.listRequests(), []);
	});

	it('is another one after it was closed', async () => {
		await openLoaded();
		pipelinePages()[0]?.panel.dispose();
		await eventually(() => assert.equal(pipelinePages().length, 0));
		await run('openPipeline');
		assert.deepEqual(await deals(), ['Ada 1', 'Ada 2', 'Ada 3', 'Eve 1']);
	});

	it('is one when it comes back twice, or while it is opened', async () => {
		await Promise.all([
			captured.restore('partnerReferrals.pipeline', { version: 1 }),
			captured.restore('partnerReferrals.pipeline', { version: 1 }),
			run('openPipeline'),
		]);
		await eventually(() => assert.equal(pipelinePages().length, 1));
		assert.deepEqual(whole().api.listRequests(), []);
		await openLoaded();
	});

	it('has the filter of the group that it was opened on', async () => {
		await openLoaded();
		await run('openPipeline', (await row('Active', 'Accepted')).element);
		await eventually(async () => assert.deepEqual(await deals(), ['Eve 1']));
		await run('openPipeline', (await row('New')).element);
		await eventually(async () => assert.deepEqual(await deals(), ['Ada 1', 'Ada 2', 'Ada 3']));
		say({ type: 'clearFilters' });
		await eventually(async () => assert.equal((await deals()).length, 4));
	});

	const nonsense = [
		...[undefined, null, 7, 'load', [], {}, { type: 7 }, { type: 'toString' }, { type: '__proto__' }],
		...[
			{ type: 'lines', stamp: -1, from: 0, count: 1 },
			{ type: 'lines', stamp: 0, from: 0.5, count: 1e9 },
		],
		...[
			{ type: 'sort', column: 'constructor' },
			{ type: 'groupBy', column: '__proto__' },
		],
		...[{ type: 'filter', column: 'label', filter: { kind: 'words', words: 7 } }],
		...[{ type: 'filter', column: 'no such', filter: { kind: 'words', words: 'Ada' } }],
		...[{ type: 'filter', column: 'label', filter: { kind: 'numbers', from: Number.NaN } }],
		...[
			{ type: 'columns', columns: [{ id: 'no such', width: 7 }] },
			{ type: 'columns', columns: 'all' },
		],
		...[
			{ type: 'select', stamp: 0, line: 99, mode: 'only' },
			{ type: 'select', stamp: 0, line: 0, mode: 'x' },
		],
		...[
			{ type: 'act', action: 'deleteEverything', id: 'x' },
			{ type: 'current', id: 'no such id' },
		],
		...[
			{ type: 'mark', chart: 'no such', mark: 'x' },
			{ type: 'mark', chart: 'stands', mark: 'no such' },
		],
		...[
			{ type: 'choose', chart: '__proto__', choice: 'x' },
			{ type: 'values', column: 'hasOwnProperty' },
		],
		...[{ type: 'savePng', chart: 'stands' }, { type: 'print', drawings: 'all' }, { type: 'toggleGroup' }],
	];
	it('passes nonsense over', async () => {
		await openLoaded();
		for (const message of nonsense) say(message);
		assert.equal((await deals()).length, 4);
		say({ type: 'groupBy', column: '' });
		say({ type: 'clearFilters' });
		assert.equal((await deals()).length, 4);
		assert.deepEqual(captured.rejections, []);
		assert.equal(whole().screen.said, '');
	});

	it('is put into order, filtered and grouped', async () => {
		await openLoaded();
		say({ type: 'sort', column: 'label', add: false });
		say({ type: 'sort', column: 'label', add: false });
		await eventually(async () => assert.deepEqual(await deals(), ['Eve 1', 'Ada 3', 'Ada 2', 'Ada 1']));
		say({ type: 'filter', column: 'label', filter: { kind: 'words', words: 'ADA' } });
		await eventually(async () => assert.deepEqual(await deals(), ['Ada 3', 'Ada 2', 'Ada 1']));
		say({ type: 'groupBy', column: 'stage' });
		await eventually(async () => {
			const kinds = (await lines()).map(({ kind }) => kind);
			assert.deepEqual(kinds, ['group', 'row', 'row', 'row']);
		});
	});

	it('keeps what was selected, whatever order it stands in, and forgets what has gone', async () => {
		const { tenant } = whole();
		await openLoaded();
		const { stamp } = part('body');
		say({ type: 'select', stamp, line: 0, mode: 'only' });
		say({ type: 'select', stamp: part('body')['stamp'], line: 2, mode: 'range' });
		await eventually(() => assert.equal(part('selection')['count'], 3));
		say({ type: 'sort', column: 'label', add: false });
		say({ type: 'sort', column: 'label', add: false });
		await eventually(async () =>
			assert.deepEqual(
				(await lines()).map(({ selected }) => selected),
				[false, true, true, true],
			),
		);
		tenant.referrals = tenant.referrals.filter(({ name }) => name !== 'Ada 2');
		await run('refresh');
		await eventually(() => assert.equal(part('selection')['count'], 2));
	});

	it('follows a search, without a request of its own', async () => {
		await openLoaded();
		await search(whole().screen, 'status=Active');
		await eventually(() => assert.match(`${part('cover')['text']}`, /Filter: Active/));
		say({ type: 'load' });
		await eventually(async () => assert.deepEqual(await deals(), ['Eve 1']));
	});

	it('shows what the tree loads, and the tree what it loads', async () => {
		await run('openPipeline');
		assert.equal((await names('New', 'Pending')).length, 3);
		await eventually(async () => assert.deepEqual(await deals(), ['Ada 1', 'Ada 2', 'Ada 3']));
		say({ type: 'loadAll' });
		await eventually(async () => assert.equal((await deals()).length, 4));
		assert.equal(part('cover')['text'], '4 loaded');
	});

	it('says why nothing came, and has a way out', async () => {
		const { api } = whole();
		await run('openPipeline');
		api.failNext('status500', { times: 99 });
		say({ type: 'load' });
		await eventually(() => assert.match(JSON.stringify(part('cover')['notice']), /had a problem of its own/));
		api.clearFaults();
		say({ type: 'resolve' });
		await eventually(async () => assert.ok((await deals()).length > 0));
		await eventually(() => assert.deepEqual(part('cover')['notice'], { text: '', action: '' }));
	});

	it('empties with the session, and shows nothing of it to somebody else', async () => {
		serveBob(whole().api);
		await openLoaded();
		const hold = whole().api.hold(({ kind }) => kind === 'list');
		say({ type: 'refresh' });
		await hold.arrived();
		await run('signOut');
		hold.release();
		await eventually(() => assert.equal(part('body')['emptyText'], 'You are signed out.'));
		assert.equal(part('body')['lines'], 0);
		assert.doesNotMatch(JSON.stringify(shown()), /Ada|Eve/);
		await signIn(bob);
		say({ type: 'load' });
		await eventually(async () => assert.match((await deals())[0] ?? '', /^Bob/));
		assert.ok((await deals()).every((name) => name.startsWith('Bob')));
		assert.deepEqual(captured.rejections, []);
	});

	describe('in files', () => {
		let folder: string;
		beforeEach(async () => {
			folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
		});
		afterEach(() => rm(folder, { recursive: true }));

		/** Says something, and answers the dialog that it leads to. */
		async function saved(message: object, name: string): Promise<Buffer> {
			say(message);
			const dialog = await whole().screen.saveDialog();
			const file = join(folder, name);
			dialog.answer(vscode.Uri.file(file));
			return eventually(() => readFile(file));
		}

		it('has the numbers of a chart', async () => {
			await openLoaded();
			// While pages come, they are not counted one by one.
			await eventually(() => assert.match(JSON.stringify(shown()['charts']), /4 referrals: 3 new, 1 active/));
			const text = `${await saved({ type: 'saveCsv', chart: 'stands' }, 'stands.csv')}`;
			assert.match(text, /^\ufeff?[^\n]+\r?\n/);
			assert.match(text, /Pending.*\b3\b/);
			assert.match(text, /Accepted.*\b1\b/);
		});

		it('has a chart as a picture', async () => {
			await openLoaded();
			const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
			const message = { type: 'savePng', chart: 'stands', png: png.toString('base64') };
			assert.deepEqual(await saved(message, 'stands.png'), png);
		});

		it('has a page for printing, which nothing can run in, and which is opened in the browser', async () => {
			const opened: string[] = [];
			const undo = replace(
				vscode.env,
				'openExternal',
				async (uri: vscode.Uri) => opened.push(uri.fsPath) > 0,
			);
			try {
				whole().tenant.referrals = [deal({ name: '<script>alert(1)</script>' })];
				await run('openPipeline');
				say({ type: 'load' });
				await eventually(async () => assert.equal((await deals()).length, 1));
				const drawings = ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(2)</script></svg>'];
				const html = `${await saved({ type: 'print', drawings }, 'pipeline.html')}`;
				assert.match(html, /&lt;script&gt;alert\(1\)|&lt;script>alert\(1\)/);
				assert.match(html, /default-src 'none'/);
				assert.doesNotMatch(html, /script-src/);
				await eventually(() => assert.deepEqual(opened, [join(folder, 'pipeline.html')]));
			} finally {
				undo();
			}
		});

		it('has nothing where the user changes their mind, or the session ends meanwhile', async () => {
			await openLoaded();
			say({ type: 'saveCsv', chart: 'stands' });
			(await whole().screen.saveDialog()).answer();
			say({ type: 'saveCsv', chart: 'stands' });
			const dialog = await whole().screen.saveDialog();
			await run('signOut');
			dialog.answer(vscode.Uri.file(join(folder, 'late.csv')));
			await start('openPipeline').done;
			assert.deepEqual(await readdir(folder), []);
			assert.deepEqual(captured.rejections, []);
		});
	});
});
