import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.ts';

/** Changes user settings while a window is open, by way of a small extension in it. */
export class SettingsChanger {
	static readonly extension = fileURLToPath(new URL('settings-changer', import.meta.url));
	readonly env: Record<string, string>;
	readonly #folder: string;
	#id = 0;

	private constructor(folder: string) {
		this.#folder = folder;
		this.env = { PARTNER_REFERRALS_SETTINGS_CHANGER: folder };
	}

	static async create(): Promise<SettingsChanger> {
		return new SettingsChanger(await mkdtemp(join(tmpdir(), 'partner-referrals-settings-')));
	}

	/** Resolves when VS Code has taken them; `null` removes one. */
	async change(settings: Readonly<Record<string, unknown>>): Promise<void> {
		const id = ++this.#id;
		const wanted = join(this.#folder, 'wanted.json');
		await writeFile(`${wanted}.partial`, JSON.stringify({ id, settings }));
		await rename(`${wanted}.partial`, wanted);
		const error = await eventually(async () => {
			const answer = JSON.parse(await readFile(join(this.#folder, 'answer.json'), 'utf8'));
			assert.equal(answer.id, id);
			return answer.error;
		});
		if (error) throw new Error(error);
	}

	async dispose(): Promise<void> {
		await rm(this.#folder, { recursive: true, force: true });
	}
}
