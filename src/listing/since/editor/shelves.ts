import { createHmac, randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Session } from '../../session.ts';
import type { Digest } from '../comparing.ts';
import type { Shelf } from '../keeping.ts';
import { longestKept, longestMemory } from '../kept.ts';

/** What is needed of the extension's context. */
type Places = Pick<vscode.ExtensionContext, 'globalStorageUri' | 'secrets'>;

const secret = 'seenSalt';
const saltBytes = 32;
/** More accounts than this nobody has; other files are of salts that are lost. */
const mostFiles = 20;
const day = 86_400_000;

/**
 * Where is kept what accounts have seen: a file for each account and service, in the folder that windows share. The editor's
 * memory is one text that every window is sent whenever anything in it changes, and a megabyte is too much for that. The salt
 * of its hashes is in the editor's secret storage, so that nobody can try values out who has the file alone.
 */
export class Shelves {
	readonly #places: Places;
	readonly #remembers: () => boolean;

	/** @param remembers whether the user wants anything to be kept */
	constructor(places: Places, remembers: () => boolean) {
		this.#places = places;
		this.#remembers = remembers;
	}

	/** The shelf of a session's user; undefined where nothing is kept. Rejects where there is no place for it. */
	async of({ account, endpoint = '' }: Session): Promise<Shelf | undefined> {
		if (!this.#remembers()) await this.forget();
		if (!account || !this.#remembers()) return undefined;
		const salt = await this.#salt();
		const digestOf = (text: string) => createHmac('sha256', salt).update(text);
		const digest: Digest = (text) => digestOf(text).digest('base64url');
		const name = digestOf(JSON.stringify(['account', account.id, endpoint]))
			.digest('hex')
			.slice(0, 32);
		await this.#tidy(name);
		const file = vscode.Uri.joinPath(this.#folder, name);
		return { digest, read: () => read(file), write: (text) => this.#write(file, text) };
	}

	/** Deletes all that is kept; never rejects. */
	async forget(): Promise<void> {
		try {
			await vscode.workspace.fs.delete(this.#folder, { recursive: true });
			await this.#places.secrets.delete(secret);
		} catch {
			// There is nothing.
		}
	}

	get #folder(): vscode.Uri {
		return vscode.Uri.joinPath(this.#places.globalStorageUri, 'seen');
	}

	/** Of windows that make one in the same moment, all take the one that is kept. */
	async #salt(): Promise<Buffer> {
		const { secrets } = this.#places;
		const kept = saltIn(await secrets.get(secret));
		if (kept) return kept;
		await secrets.store(secret, randomBytes(saltBytes).toString('base64url'));
		const stored = saltIn(await secrets.get(secret));
		if (!stored) throw new Error('Secrets do not stay.');
		return stored;
	}

	/** The user may have changed their mind while it was written. */
	async #write(file: vscode.Uri, text: string): Promise<void> {
		if (!this.#remembers()) return;
		const { fs } = vscode.workspace;
		await fs.createDirectory(this.#folder);
		const next = file.with({ path: `${file.path}.${randomBytes(6).toString('hex')}` });
		await fs.writeFile(next, new TextEncoder().encode(text));
		if (this.#remembers()) await fs.rename(next, file, { overwrite: true });
		else await this.forget();
	}

	/** Deletes what nobody reads any more, and what is half written. */
	async #tidy(mine: string): Promise<void> {
		const { fs } = vscode.workspace;
		try {
			const names = (await fs.readDirectory(this.#folder))
				.map(([name]) => name)
				.filter((name) => name !== mine);
			const files = names.map((name) => vscode.Uri.joinPath(this.#folder, name));
			const found = await Promise.all(files.map(async (file) => ({ file, at: (await fs.stat(file)).mtime })));
			const old = found
				.toSorted((one, other) => other.at - one.at)
				.filter(({ file, at }, index) => index >= mostFiles - 1 || Date.now() - at > longestFor(file));
			for (const { file } of old) await fs.delete(file, { recursive: true });
		} catch {
			// There is nothing, or another window tidies.
		}
	}
}

function longestFor({ path }: vscode.Uri): number {
	return /\.[0-9a-f]{12}$/.test(path) ? day : longestKept * day;
}

function saltIn(text: string | undefined): Buffer | undefined {
	const salt = Buffer.from(text ?? '', 'base64url');
	return salt.length === saltBytes ? salt : undefined;
}

async function read(file: vscode.Uri): Promise<string> {
	try {
		const { size } = await vscode.workspace.fs.stat(file);
		if (size > longestMemory) return '';
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
	} catch (error) {
		if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return '';
		throw error;
	}
}
