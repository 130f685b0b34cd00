import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Agreement } from '../../../src/account/agreement/agreement.ts';
import { Auth } from '../../../src/account/auth.ts';
import { lookDaily } from '../../../src/account/daily/lookDaily.ts';
import { Journal } from '../../../src/editor/journal.ts';
import { deal, deals } from '../../partner-api/TenantInHand.ts';
import { PlainMemory } from '../../unit/account/memory/PlainMemory.ts';
import { accounts, ada, bob } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import * as tree from '../whole/tree.ts';
import { serveBob, setSettings, useWholeExtension } from '../whole/wholeExtension.ts';

const id = 'partner-referrals.partner-referrals';
const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A window that starts: all that the extension looks daily by, with a memory that windows share. */
class Start {
	readonly log: string[] = [];
	readonly done: Promise<void>;
	readonly #subscriptions: vscode.Disposable[] = [];

	constructor(memory: PlainMemory) {
		const extension = vscode.extensions.getExtension(id);
		assert.ok(extension);
		const auth = new Auth(memory);
		const write = (line: string) => void this.log.push(line);
		const journal = new Journal({ info: write, error: write, show: () => {} });
		const ground = { extension, auth, agreement: new Agreement(memory), journal };
		this.#subscriptions.push(auth);
		const context = { globalState: memory, subscriptions: this.#subscriptions, calm: 300 };
		this.done = lookDaily(ground, context).finally(() => this.close());
	}

	close(): void {
		for (const each of this.#subscriptions) each.dispose();
	}
}

describe('the daily look, when a window starts', function () {
	this.timeout(120_000);
	const whole = useWholeExtension();
	let memory: PlainMemory;

	beforeEach(async () => {
		const { tenant, api } = whole();
		tenant.referrals = [
			deal({ name: 'Nearly over', expirationDateTime: at(1) }),
			deal({ name: 'Soon over', expirationDateTime: at(2.5), substatus: 'Received' }),
			...deals(3, 'Later'),
			deal({ name: 'In work', status: 'Active', substatus: 'Accepted', expirationDateTime: at(1) }),
		];
		memory = new PlainMemory();
		await memory.update('agreedOrigins', [api.origin]);
		await setSettings({ dailyLook: true });
		api.forgetRequests();
	});
	afterEach(() => setSettings({ dailyLook: undefined }));

	const said = '2 of the 5 new referrals looked at expire within 3 days.';
	const looks = () => whole().screen.messages.filter(({ text }) => text.includes('looked at'));

	it('is none unless the user wants one', async () => {
		await setSettings({ dailyLook: undefined });
		await new Start(memory).done;
		assert.deepEqual(whole().api.requests, []);
		assert.deepEqual(memory.keys(), ['agreedOrigins']);
	});

	it('asks once a day, for one page, however many windows start, and says what expires', async () => {
		const { api, screen } = whole();
		screen.keep(/looked at/);
		const asked = screen.agreements.length;
		const [stranger, signedOut] = [new PlainMemory(), new PlainMemory()];
		await signedOut.update('agreedOrigins', [api.origin]);
		await signedOut.update('signedOut', 1);
		const starts = [memory, memory, stranger, signedOut].map((each) => new Start(each));
		await Promise.all(starts.map(({ done }) => done));
		assert.equal(api.requests.length, 1);
		const { searchParams } = new URL(api.requests[0]?.url ?? '', 'http://localhost');
		assert.equal(searchParams.get('$filter'), "status eq 'New'");
		assert.equal(searchParams.get('$orderby'), 'createdDateTime asc');
		assert.deepEqual(
			looks().map(({ text }) => text),
			[said],
		);
		assert.equal(screen.agreements.length, asked);
		assert.deepEqual(accounts.forced, 0);
		assert.match(JSON.stringify(memory.get('dailyLook')), /^\{"ada":\{"day":"\d{4}-\d\d-\d\d"\}\}$/);
		assert.deepEqual([stranger.keys(), signedOut.get('dailyLook')], [[], undefined]);
		await new Start(memory).done;
		assert.equal(api.requests.length, 1);
		looks()[0]?.answer('Show');
		await eventually(async () => {
			const labels = await tree.labels('Expiring soon');
			assert.deepEqual(labels, ['Nearly over', 'Soon over']);
		});
		assert.equal(looks().length, 1);
	});

	it('that fails is silent, sent once, and does not count', async () => {
		const { api, screen } = whole();
		screen.keep(/looked at/);
		const refused = new PlainMemory();
		await refused.update('agreedOrigins', [api.origin]);
		api.failNext('status429');
		api.failNext('status401');
		const failing = [memory, refused].map((each) => new Start(each));
		await Promise.all(failing.map(({ done }) => done));
		assert.deepEqual([api.requests.length, screen.said], [2, '']);
		const log = failing.flatMap((each) => each.log).join('\n');
		assert.match(log, /The daily look came to nothing: throttled/);
		assert.match(log, /The daily look came to nothing: signedOut/);
		for (const each of [memory, refused]) assert.doesNotMatch(JSON.stringify(each.get('dailyLook')), /day/);
		await new Start(memory).done;
		assert.equal(api.requests.length, 3);
		looks()[0]?.answer("Don't look daily any more");
		const settings = () => vscode.workspace.getConfiguration('partnerReferrals').inspect('dailyLook');
		await eventually(() => assert.equal(settings()?.globalValue, undefined));
	});

	it('ends with what it was begun under: the wish, the account, the window', async () => {
		const { api, screen } = whole();
		serveBob(api);
		for (const end of ['wish', 'account', 'window']) {
			api.forgetRequests();
			const hold = api.hold();
			const start = new Start(memory);
			await hold.arrived();
			if (end === 'wish') await setSettings({ dailyLook: undefined });
			if (end === 'account') {
				accounts.become(bob);
				accounts.tell();
			}
			if (end === 'window') start.close();
			await start.done;
			hold.release();
			assert.deepEqual([api.requests.length, screen.said], [1, ''], end);
			assert.doesNotMatch(start.log.join('\n'), /daily/, end);
			assert.doesNotMatch(JSON.stringify(memory.get('dailyLook')), /day/, end);
			await setSettings({ dailyLook: true });
			accounts.become(ada);
		}
	});
});
