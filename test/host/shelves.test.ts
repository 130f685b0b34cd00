import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Session } from '../../src/listing/session.ts';
import { Shelves } from '../../src/listing/since/editor/shelves.ts';
import type { Shelf } from '../../src/listing/since/keeping.ts';
import { longestMemory } from '../../src/listing/since/kept.ts';
import { FakeSend } from '../unit/partner/fakeSend.ts';

const { fs } = vscode.workspace;

/** Secrets as the editor keeps them, each of which takes its time. */
class Secrets implements vscode.SecretStorage {
	readonly kept = new Map<string, string>();
	readonly onDidChange = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event;
	loses = false;

	async get(key: string): Promise<string | undefined> {
		await turn();
		return this.kept.get(key);
	}

	async store(key: string, value: string): Promise<void> {
		await turn();
		if (!this.loses) this.kept.set(key, value);
	}

	async delete(key: string): Promise<void> {
		this.kept.delete(key);
	}

	async keys(): Promise<string[]> {
		return [...this.kept.keys()];
	}
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('where what was seen is kept', () => {
	const root = vscode.Uri.file(join(tmpdir(), `shelves-${randomUUID()}`));
	const folder = vscode.Uri.joinPath(root, 'seen');
	let secrets: Secrets;
	let remembers: boolean;
	beforeEach(() => {
		secrets = new Secrets();
		remembers = true;
	});
	afterEach(async () => fs.delete(root, { recursive: true }).then(undefined, () => {}));

	const shelves = () => new Shelves({ globalStorageUri: root, secrets }, () => remembers);
	const sessionOf = (id: string | undefined, endpoint = 'https://one.fabrikam.example') =>
		new Session({
			source: 'partnerCenter',
			client: FakeSend.inTurn().client,
			close: async () => {},
			endpoint,
			...(id !== undefined && { account: { id, label: id } }),
		});
	async function shelfOf(id: string, endpoint?: string): Promise<Shelf> {
		return (await shelves().of(sessionOf(id, endpoint))) ?? assert.fail('There is no shelf.');
	}
	const names = async () =>
		(await fs.readDirectory(folder).then(undefined, () => [])).map(([name]) => name).sort();

	it('is a file for each account and endpoint, of which the name tells neither', async () => {
		for (const [id, endpoint] of [
			['ada', 'https://one.fabrikam.example'],
			['ben', 'https://one.fabrikam.example'],
			['ada', 'https://two.fabrikam.example'],
		] as const) {
			const shelf = await shelfOf(id, endpoint);
			assert.equal(await shelf.read(), '');
			await shelf.write(`${id} at ${endpoint}`);
			assert.equal(await (await shelfOf(id, endpoint)).read(), `${id} at ${endpoint}`);
		}
		const all = await names();
		assert.equal(all.length, 3);
		for (const name of all) assert.match(name, /^[0-9a-f]{32}$/);
	});

	it('is nothing on disk before something is written, and nothing of the sample ever', async () => {
		await shelfOf('ada');
		assert.equal(await shelves().of(sessionOf(undefined)), undefined);
		assert.deepEqual(await names(), []);
	});

	it('has one salt, also when two windows make it in the same moment', async () => {
		const [one, other] = await Promise.all([shelfOf('ada'), shelfOf('ada')]);
		const third = await shelfOf('ada');
		assert.equal(third.digest('a'), (await shelfOf('ada')).digest('a'));
		assert.ok([one.digest('a'), other.digest('a')].includes(third.digest('a')));
		assert.equal(new Set(secrets.kept.values()).size, 1);
	});

	it('is another one where the salt is lost or is none', async () => {
		const before = await shelfOf('ada');
		await before.write('something');
		for (const salt of ['', 'short', '\ud83d']) {
			secrets.kept.set('seenSalt', salt);
			const shelf = await shelfOf('ada');
			assert.equal(await shelf.read(), '');
			assert.notEqual(shelf.digest('a'), before.digest('a'));
		}
		secrets.kept.clear();
		secrets.loses = true;
		await assert.rejects(async () => shelves().of(sessionOf('ada')));
	});

	it('takes what is too long for nothing, and tells where something can not be read', async () => {
		const shelf = await shelfOf('ada');
		await shelf.write('x'.repeat(longestMemory + 1));
		assert.equal(await shelf.read(), '');
		const [name = ''] = await names();
		await fs.delete(vscode.Uri.joinPath(folder, name));
		await fs.createDirectory(vscode.Uri.joinPath(folder, name));
		await assert.rejects(shelf.read());
	});

	it('is written as a whole, by however many at once, and nothing half is left', async () => {
		const shelf = await shelfOf('ada');
		const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(50_000));
		const seen: string[] = [];
		await Promise.all(
			texts.flatMap((text) => [shelf.write(text), shelf.read().then((read) => seen.push(read))]),
		);
		seen.push(await shelf.read());
		for (const text of seen) assert.ok(text === '' || texts.includes(text), text.slice(0, 20));
		assert.equal((await names()).length, 1);
	});

	it('is deleted, with the salt, once the user wants nothing to be kept', async () => {
		const shelf = await shelfOf('ada');
		await shelf.write('something');
		remembers = false;
		await shelf.write('something else');
		assert.equal(await shelf.read(), 'something');
		assert.equal(await shelves().of(sessionOf('ada')), undefined);
		assert.deepEqual([await names(), secrets.kept.size], [[], 0]);
	});

	it('is not there after a write in which the user changed their mind', async () => {
		const shelf = await shelfOf('ada');
		const writing = shelf.write('something');
		remembers = false;
		await shelves().forget();
		await writing;
		assert.deepEqual(await names(), []);
	});

	it('lets go of files that nobody reads any more', async () => {
		const shelf = await shelfOf('ada');
		await shelf.write('mine');
		for (let number = 0; number < 30; number++)
			await fs.writeFile(vscode.Uri.joinPath(folder, `other${number}`), new Uint8Array([65]));
		assert.equal(await (await shelfOf('ada')).read(), 'mine');
		assert.equal((await names()).length, 20);
	});
});
