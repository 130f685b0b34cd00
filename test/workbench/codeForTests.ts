// Understands those arguments of VS Code that have it run an extension's tests, and ends with the tests' exit code.
// VSCODE_TEST_VERSION=oldest runs them in the oldest supported VS Code.
import { existsSync, fstatSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { exitOnSignals } from './exitOnSignals.ts';
import { runExtensionTests } from './runExtensionTests.ts';
import { startWorkbench } from './startWorkbench.ts';
import { testedVersion } from './testedVersion.ts';

const { values, positionals } = parseArgs({
	strict: false, // what else VS Code understands doesn't matter here
	allowPositionals: true,
	options: {
		extensionDevelopmentPath: { type: 'string' },
		extensionTestsPath: { type: 'string' },
		'user-data-dir': { type: 'string' },
	},
});

const tests = String(values.extensionTestsPath ?? '');
const extension = String(values.extensionDevelopmentPath ?? '');
if (!tests || !extension) throw new Error('Give --extensionTestsPath=… and --extensionDevelopmentPath=…');

exitOnSignals();
endWithParent();
const workbench = await startWorkbench({
	smokeTestDriver: true,
	version: testedVersion(),
	settings: settingsOf(values['user-data-dir']),
});
try {
	process.exitCode = await runExtensionTests(workbench, resolve(extension), resolve(tests), positionals[0]);
} finally {
	await workbench.stop();
}

function settingsOf(userData: unknown): Record<string, unknown> {
	const path = join(String(userData), 'User', 'settings.json');
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** test-electron holds the other end of our input; when it is gone, however it went, nobody waits for us any more. */
function endWithParent(): void {
	const input = fstatSync(0);
	if (!input.isFIFO() && !input.isSocket()) return;
	process.stdin.once('end', () => process.exit(1));
	process.stdin.resume().unref();
}
