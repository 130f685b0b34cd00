import process from 'node:process';
import { pieces } from './pieces.mjs';
import type { VsCodeVersion } from './provideVsCode.ts';

/** The VS Code that tests are to run in: the newest, or what VSCODE_TEST_VERSION names, such as `oldest` or `1.117.0`. */
export function testedVersion(): VsCodeVersion {
	const named = process.env['VSCODE_TEST_VERSION'] || 'newest';
	if (isVersion(named)) return named;
	throw new Error(
		`VSCODE_TEST_VERSION is one of ${Object.keys(pieces.vsCode).join(', ')}, and not ${named}.`,
	);
}

function isVersion(name: string): name is VsCodeVersion {
	return Object.hasOwn(pieces.vsCode, name);
}
