import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { env, execPath, platform } from 'node:process';

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Runs `npm install` in `folder`, which must hold a package.json of its own. No package's scripts are run.
 * @param {string} folder
 * @param {readonly string[]} args packages and flags
 * @returns {Promise<void>} rejects with what npm said
 */
export function npmInstall(folder, args) {
	const { command, first, shell } = npm();
	const child = spawn(command, [...first, 'install', ...QUIET, ...args], {
		cwd: folder,
		env: cleanEnvironment(),
		shell,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let said = '';
	child.stderr.on('data', (chunk) => {
		said += chunk;
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(inShort(said)))));
	});
}

/** The npm that runs us if there is one, else the one on PATH. */
function npm() {
	const running = env['npm_execpath'];
	if (running && basename(running) === 'npm-cli.js') {
		return { command: env['npm_node_execpath'] || execPath, first: [running], shell: false };
	}
	return { command: platform === 'win32' ? 'npm.cmd' : 'npm', first: [], shell: platform === 'win32' };
}

// `npm run` hands its own settings down as npm_config_*: a prefix, a workspace, --omit or --offline meant for this
// repository would bend an install elsewhere. What says how to reach the registry has to stay.
const REACHING =
	/^npm_config_(@|\/\/|_auth|registry|ca|cafile|cert|key|proxy|https_proxy|noproxy|cache|userconfig|globalconfig|strict_ssl|fetch_)/i;

function cleanEnvironment() {
	const kept = Object.entries(env).filter(([name]) => !/^npm_/i.test(name) || REACHING.test(name));
	return { ...Object.fromEntries(kept), NODE_OPTIONS: '' };
}

/** What npm said, without its stack traces. @param {string} said */
function inShort(said) {
	const lines = said.split('\n').filter((line) => /^npm error \S/.test(line) && !/[{}]$/.test(line));
	return lines.join('\n') || said.trim() || 'npm ended without a word.';
}
