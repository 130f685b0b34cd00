// npm run start:desktop: the installed VS Code with the extension and its sample tenant.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildExtension } from './buildExtension.ts';
import { calmSettings } from './calmSettings.ts';
import { repository } from './repository.ts';
import { sampleSettings } from './sampleSettings.ts';
import { TemporaryFolder } from './TemporaryFolder.ts';

const windows = process.platform === 'win32';

function openAndWait(userData: string): void {
	mkdirSync(join(userData, 'User'));
	writeFileSync(
		join(userData, 'User', 'settings.json'),
		JSON.stringify({ ...calmSettings, ...sampleSettings }),
	);
	const args = ['--new-window', '--wait', '--disable-extensions', '--user-data-dir', userData];
	const { error, status } = spawnSync('code', [...args, `--extensionDevelopmentPath=${repository}`], {
		stdio: 'inherit',
		shell: windows, // there it is a `code.cmd`
	});
	if (!error && !(windows && status)) return;
	console.error(
		'VS Code\'s command "code" is not on the PATH. In VS Code, run "Shell Command: Install \'code\' command in PATH", ' +
			'or use npm start, which needs no installed VS Code.',
	);
	process.exitCode = 1;
}

buildExtension();
openAndWait(new TemporaryFolder('desktop').path);
