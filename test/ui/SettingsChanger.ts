import { strict as assert } from 'node:assert';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { eventually } from './eventually.ts';

/** Changes user settings while a window is open, by way of a small extension in it. */
export class SettingsChanger {
	static readonly extension = fileURLToPath(new URL('settings-changer', import.meta.url));
	readonly #folder = new TemporaryFolder('settings');
	readonly env = { PARTNER_REFERRALS_SETTINGS_CHANGER: this.#folder.path };
	#id = 0;

	/** Resolves when VS Code has taken them; `null` removes one. */
	async change(settings: Readonly<Record<string, unknown>>): Promise<void> {
		await this.#want({ settings });
	}

	/** Opens a `vscode:` link as VS Code would from outside, without waiting for what it leads to. */
	async open(link: string): Promise<void> {
		await this.#want({ link });
	}

	async #want(what: object): Promise<void> {
		const id = ++this.#id;
		const wanted = join(this.#folder.path, 'wanted.json');
		await writeFile(`${wanted}.partial`, JSON.stringify({ id, ...what }));
		await rename(`${wanted}.partial`, wanted);
		const error = await eventually(async () => {
			const answer = JSON.parse(await readFile(join(this.#folder.path, 'answer.json'), 'utf8'));
			assert.equal(answer.id, id);
			return answer.error;
		});
		if (error) throw new Error(error);
	}

	dispose(): void {
		this.#folder.remove();
	}
}
