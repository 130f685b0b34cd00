import process from 'node:process';
import type { VsCodeVersion } from './provideVsCode.ts';

/** The VS Code that tests are to run in: the newest, or with VSCODE_TEST_VERSION=oldest the oldest that is supported. */
export function testedVersion(): VsCodeVersion {
	return process.env['VSCODE_TEST_VERSION'] === 'oldest' ? 'oldest' : 'newest';
}
