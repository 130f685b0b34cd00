import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

const left = new Set<TemporaryFolder>();
process.once('exit', () => {
	for (const folder of left) folder.remove();
});

/** A new folder, which is gone when it is removed or when this process exits. */
export class TemporaryFolder {
	readonly path: string;

	constructor(purpose: string) {
		this.path = mkdtempSync(join(tmpdir(), `partner-referrals-${purpose}-`));
		left.add(this);
	}

	readonly remove = (): void => {
		left.delete(this);
		rmSync(this.path, REMOVAL);
	};
}
