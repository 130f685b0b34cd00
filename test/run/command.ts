import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { repository } from '../workbench/repository.ts';

const PATH = `${join(repository, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;

/** Runs a command in the repository, with what npm installed on its PATH. @returns whether it ended well */
export async function command(
	name: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
	const child = spawn(name, args, {
		cwd: repository,
		env: { ...process.env, PATH, ...env },
		stdio: 'inherit',
		shell: process.platform === 'win32' && name !== process.execPath, // there, they are .cmd files
	});
	const end = () => child.kill();
	process.once('exit', end);
	return new Promise<boolean>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code === 0));
	}).finally(() => process.off('exit', end));
}
