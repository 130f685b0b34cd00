// Runs the tests of this folder inside a real VS Code: the one of test/workbench, or with VSCODE_TEST_HOST=desktop a
// desktop VS Code, which @vscode/test-electron downloads. VSCODE_TEST_VERSION=oldest takes the oldest supported one.
import { join } from 'node:path';
import process from 'node:process';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { mochaRunAsEnv, mochaRunFromEnv } from '../run/mochaRun.ts';
import { exitOnSignals } from '../workbench/exitOnSignals.ts';
import { pieces } from '../workbench/pieces.mjs';
import { repository } from '../workbench/repository.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { testedVersion } from '../workbench/testedVersion.ts';
import { bundle, sleepingExtension } from './bundle.ts';

// The launcher is a script, which Windows does not start by its name alone.
const desktop = process.env['VSCODE_TEST_HOST'] === 'desktop' || process.platform === 'win32';
const version = testedVersion();

const userData = new TemporaryFolder('host').path;
/** A folder that is open, since it has settings of its own. */
const workspace = new TemporaryFolder('workspace').path;
exitOnSignals();
try {
	const extensionTestsPath = await bundle();
	await runTests({
		...(desktop
			? { version: version === 'newest' ? 'stable' : pieces.vsCode[version].version }
			: { vscodeExecutablePath: join(repository, 'test', 'workbench', 'code.mjs') }),
		extensionDevelopmentPath: await sleepingExtension(),
		extensionTestsPath,
		extensionTestsEnv: mochaRunAsEnv(mochaRunFromEnv()),
		launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${userData}`],
	});
} catch (error) {
	if (!(error instanceof TestRunFailedError)) throw error;
	process.exitCode = 1;
}
