import { execFile } from 'node:child_process';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { arch, env, execPath, platform } from 'node:process';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';
import { npmInstall } from './npmInstall.mjs';
import { pieces } from './pieces.mjs';
import { provide } from './provide.mjs';

const run = promisify(execFile);

/** How Playwright finds a browser here: an installed one that was named, our own on Linux, else Chrome. */
export async function provideChromium(): Promise<LaunchOptions> {
	const named = env['PARTNER_REFERRALS_CHROMIUM'] || env['CHROME_PATH'];
	if (named) return { executablePath: named };
	if (platform !== 'linux' || arch !== 'x64') return { channel: platform === 'win32' ? 'msedge' : 'chrome' };
	const { version, package: spec } = pieces.chromium;
	const folder = await provide({
		name: `chromium-${version}`,
		title: `headless Chromium ${version}`,
		size: '220 MB',
		build: (staging, place) => unpack(staging, place, spec),
	});
	const executablePath = join(folder, 'chromium');
	return { executablePath, env: await surroundings(executablePath, folder) };
}

// The package's own unpacker writes to the temp folder, whatever is there already, so it gets a temp folder to itself.
// It adds the system libraries only where it believes to be in Amazon's cloud.
async function unpack(staging: string, place: string, spec: string): Promise<void> {
	await npmInstall(staging, ['--no-package-lock', spec]);
	const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
	await run(execPath, ['-e', script], {
		cwd: staging,
		env: { ...env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
	});
	await rm(join(staging, 'node_modules'), { recursive: true });
	await rename(join(staging, 'fonts', 'fonts'), join(staging, 'typefaces'));
	await writeFile(join(staging, 'fonts', 'fonts.conf'), fontsConf(place));
}

/** This computer's own fonts first, and ours on a computer without any. */
function fontsConf(place: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${join(place, 'typefaces')}</dir>
	<cachedir>${join(place, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** The environment in which Chromium starts, with our copies of NSS and the like where the system has none. */
async function surroundings(executable: string, folder: string): Promise<Record<string, string>> {
	const plain = { ...defined(env), FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') };
	if (await starts(executable, plain)) return plain;
	const helped = { ...plain, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
	if (await starts(executable, helped)) return helped;
	throw new Error(
		'The headless Chromium does not start on this computer. ' +
			'Install Chrome or Chromium and name it in the variable CHROME_PATH.',
	);
}

async function starts(executable: string, env: Record<string, string>): Promise<boolean> {
	return run(executable, ['--version'], { env }).then(
		() => true,
		() => false,
	);
}

function defined(env: NodeJS.ProcessEnv): Record<string, string> {
	const pairs = Object.entries(env).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value] as const],
	);
	return Object.fromEntries(pairs);
}
