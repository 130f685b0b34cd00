import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { fileFailureText, fileTexts } from '../../src/export/editor/fileFailureText.ts';
import { replaceDocument } from '../../src/export/editor/replaceDocument.ts';

const scheme = 'partner-referrals-test';

interface Kept {
	readonly bytes: Uint8Array;
	readonly mtime: number;
	readonly permissions?: vscode.FilePermission;
}

/** A folder that only the editor can write to. */
class Folder implements vscode.FileSystemProvider {
	readonly files = new Map<string, Kept>();
	readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => {});
	}

	stat(uri: vscode.Uri): vscode.FileStat {
		if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
		const { bytes, mtime, permissions } = this.#at(uri);
		const about = { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
		return permissions === undefined ? about : { ...about, permissions };
	}

	readDirectory(): [string, vscode.FileType][] {
		return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
	}

	createDirectory(): void {}

	readFile(uri: vscode.Uri): Uint8Array {
		return this.#at(uri).bytes;
	}

	writeFile({ path }: vscode.Uri, bytes: Uint8Array): void {
		this.files.set(path, { bytes, mtime: Date.now() });
	}

	delete({ path }: vscode.Uri): void {
		this.files.delete(path);
	}

	rename(from: vscode.Uri, to: vscode.Uri): void {
		this.files.set(to.path, this.#at(from));
		this.files.delete(from.path);
	}

	#at(uri: vscode.Uri): Kept {
		const kept = this.files.get(uri.path);
		if (!kept) throw vscode.FileSystemError.FileNotFound(uri);
		return kept;
	}
}

describe('an export to where only the editor can write', () => {
	const folder = new Folder();
	const registered = vscode.workspace.registerFileSystemProvider(scheme, folder);
	const target = vscode.Uri.from({ scheme, path: '/referrals.csv' });
	const never = new AbortController().signal;
	const put = (path: string, kept: Partial<Kept> = {}) =>
		folder.files.set(path, { bytes: Buffer.from('before'), mtime: Date.now(), ...kept });
	const text = () => `${Buffer.from(folder.files.get(target.path)?.bytes ?? [])}`;
	beforeEach(() => folder.files.clear());
	after(() => registered.dispose());

	it('takes the place of what was there', async () => {
		put(target.path);
		await replaceDocument(target, ['a', 'é'], never);
		assert.equal(text(), 'aé');
		assert.deepEqual([...folder.files.keys()], [target.path]);
	});

	it('leaves alone what is protected, and says so', async () => {
		put(target.path, { permissions: vscode.FilePermission.Readonly });
		await assert.rejects(
			replaceDocument(target, ['after'], never),
			(error) => fileFailureText(error) === fileTexts.refused(),
		);
		assert.equal(text(), 'before');
		assert.deepEqual([...folder.files.keys()], [target.path]);
	});

	it('removes what one that was killed has left an hour ago, and nothing else', async () => {
		const old = { mtime: Date.now() - 2 * 3_600_000 };
		put('/referrals.csv.0123abcd.part', old);
		put('/film.part', old);
		put('/referrals.csv.4567abcd.part');
		await replaceDocument(target, ['after'], never);
		assert.deepEqual([...folder.files.keys()].sort(), [
			'/film.part',
			'/referrals.csv',
			'/referrals.csv.4567abcd.part',
		]);
	});
});
