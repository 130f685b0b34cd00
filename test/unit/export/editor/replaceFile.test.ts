import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { fileFailureText, fileTexts } from '../../../../src/export/editor/fileFailureText.ts';
import { partIn } from '../../../../src/export/editor/parts.ts';
import { replaceFile } from '../../../../src/export/editor/replaceFile.ts';
import { TemporaryFolder } from '../../../workbench/TemporaryFolder.ts';

describe('a file that is written piece by piece', () => {
	let folder: TemporaryFolder;
	let path: string;
	const never = new AbortController().signal;
	const files = () => readdirSync(folder.path);

	beforeEach(() => {
		folder = new TemporaryFolder('export');
		path = join(folder.path, 'referrals.csv');
	});
	afterEach(() => folder.remove());

	it('has all of them, and is alone', async () => {
		await replaceFile(path, ['\ufeffa', '', 'é\r\n', 'x'.repeat(1_000_000)], never);
		assert.equal(readFileSync(path, 'utf8'), `\ufeffaé\r\n${'x'.repeat(1_000_000)}`);
		assert.deepEqual(files(), ['referrals.csv']);
	});

	it('takes the place of another', async () => {
		writeFileSync(path, 'before');
		await replaceFile(path, ['after'], never);
		assert.equal(readFileSync(path, 'utf8'), 'after');
		assert.deepEqual(files(), ['referrals.csv']);
	});

	it('lets others have their turn between two pieces', async () => {
		const order: string[] = [];
		const pieces = function* () {
			for (const piece of ['1', '2', '3']) {
				order.push(piece);
				setImmediate(() => order.push('other'));
				yield piece;
			}
		};
		await replaceFile(path, pieces(), never);
		assert.deepEqual(order, ['1', 'other', '2', 'other', '3', 'other']);
	});

	describe('leaves nothing behind', () => {
		const ends = (name: string, cause: (controller: AbortController) => void) => {
			it(`when ${name}`, async () => {
				await assert.rejects(interrupted(cause));
				assert.deepEqual(files(), []);
			});
			it(`and the file that was there when ${name}`, async () => {
				writeFileSync(path, 'before');
				await assert.rejects(interrupted(cause));
				assert.equal(readFileSync(path, 'utf8'), 'before');
				assert.deepEqual(files(), ['referrals.csv']);
			});
		};
		const interrupted = (cause: (controller: AbortController) => void) => {
			const controller = new AbortController();
			const pieces = function* () {
				yield 'half';
				cause(controller);
				yield 'of it';
			};
			return replaceFile(path, pieces(), controller.signal);
		};
		ends('it is cancelled midway', (controller) => controller.abort());
		ends('making a piece fails', () => {
			throw new Error('A piece fails.');
		});
		it('when it is cancelled after the last piece', async () => {
			const controller = new AbortController();
			const pieces = function* () {
				yield 'all';
				controller.abort();
			};
			await assert.rejects(replaceFile(path, pieces(), controller.signal));
			assert.deepEqual(files(), []);
		});
		it('when something else has its name', async () => {
			mkdirSync(path);
			await assert.rejects(replaceFile(path, ['all'], never));
			assert.deepEqual(files(), ['referrals.csv']);
		});
		it('when the folder goes', async () => {
			rmSync(folder.path, { recursive: true });
			await assert.rejects(replaceFile(path, ['all'], never), says('folderGone'));
		});
	});

	describe('when the editor is killed', function () {
		this.timeout(20_000);
		const source = (name: string) =>
			JSON.stringify(new URL(`../../../../src/export/editor/${name}`, import.meta.url));
		/** Runs a script until it says something, and kills it. */
		const killed = async (script: string): Promise<void> => {
			const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
			child.kill('SIGKILL');
			if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
			assert.equal(child.signalCode, 'SIGKILL');
		};
		const halfway = () => `
			import { replaceFile } from ${source('replaceFile.ts')};
			function* pieces() {
				for (let count = 0; ; count++) {
					yield 'Fabrikam'.repeat(1000);
					if (count === 50) process.stdout.write('half');
				}
			}
			await replaceFile(${JSON.stringify(path)}, pieces(), new AbortController().signal);`;
		const inTheEnd = () => `
			import { writeFileSync } from 'node:fs';
			import { partIn } from ${source('parts.ts')};
			writeFileSync(partIn(${JSON.stringify(folder.path)}), 'Fabrikam');
			process.stdout.write('there');
			setInterval(() => {}, 1000);`;

		it('leaves nothing of a half', async () => {
			await killed(halfway());
			assert.deepEqual(files(), []);
		});
		it('leaves what was there before', async () => {
			writeFileSync(path, 'before');
			await killed(halfway());
			assert.deepEqual(files(), ['referrals.csv']);
			assert.equal(readFileSync(path, 'utf8'), 'before');
		});
		it('leaves nothing after the next export to that folder, whatever it is called', async () => {
			await killed(inTheEnd());
			assert.equal(files().length, 1);
			await replaceFile(join(folder.path, 'others.jsonl'), ['all'], never);
			assert.deepEqual(files(), ['others.jsonl']);
		});
		it('leaves nothing of an hour ago, whoever wrote it', async () => {
			const left = ['referrals.csv.0123abcd.part', '.partner-referrals-0123abcd-1-0123abcd.part'];
			for (const name of left) {
				writeFileSync(join(folder.path, name), 'Fabrikam');
				utimesSync(join(folder.path, name), 1_700_000_000, 1_700_000_000);
			}
			await replaceFile(path, ['all'], never);
			assert.deepEqual(files(), ['referrals.csv']);
		});
		it('keeps what others are writing, and what is not of exports', async () => {
			const kept = [
				'referrals.csv.0123abcd.part',
				'.partner-referrals-0123abcd-1-0123abcd.part',
				'film.part',
			];
			for (const name of kept) writeFileSync(join(folder.path, name), '');
			writeFileSync(partIn(folder.path), '');
			utimesSync(join(folder.path, 'film.part'), 1_700_000_000, 1_700_000_000);
			await replaceFile(path, ['all'], never);
			assert.equal(files().length, kept.length + 2);
		});
	});

	describe('does not take the place', () => {
		const refuses = (what: string, make: () => unknown, left: () => unknown) =>
			it(`of ${what}`, async () => {
				await make();
				const before = left();
				await assert.rejects(replaceFile(path, ['after'], never), says('refused'));
				assert.deepEqual(left(), before);
				assert.deepEqual(files(), ['referrals.csv']);
			});
		refuses(
			'a file that is protected',
			() => writeFileSync(path, 'before', { mode: 0o444 }),
			() => `${readFileSync(path, 'utf8')} ${statSync(path).mode}`,
		);
		refuses(
			'a folder',
			() => mkdirSync(path),
			() => statSync(path).isDirectory(),
		);
		if (process.platform !== 'win32')
			refuses(
				'a socket',
				() => once(createServer().listen(path).unref(), 'listening'),
				() => statSync(path).isSocket(),
			);
		it('of a file that is protected while it is written', async () => {
			writeFileSync(path, 'before');
			const pieces = function* () {
				yield 'after';
				chmodSync(path, 0o444);
			};
			await assert.rejects(replaceFile(path, pieces(), never), says('refused'));
			assert.equal(readFileSync(path, 'utf8'), 'before');
			assert.deepEqual(files(), ['referrals.csv']);
		});
	});

	if (process.platform !== 'win32') {
		it('is for its owner only', async () => {
			await replaceFile(path, ['all'], never);
			assert.equal(statSync(path).mode & 0o777, 0o600);
		});
		it('is for whom the one before was', async () => {
			writeFileSync(path, 'before');
			chmodSync(path, 0o640);
			await replaceFile(path, ['all'], never);
			assert.equal(statSync(path).mode & 0o777, 0o640);
		});
		it('is written where a link leads', async () => {
			const link = join(folder.path, 'link.csv');
			writeFileSync(path, 'before');
			symlinkSync(path, link);
			await replaceFile(link, ['after'], never);
			assert.equal(readFileSync(path, 'utf8'), 'after');
			assert.deepEqual(files(), ['link.csv', 'referrals.csv']);
		});
		it('says so where nobody may write', async () => {
			await assert.rejects(replaceFile('/proc/referrals.csv', ['all'], never), (error) =>
				Object.values(fileTexts).some((text) => text() === fileFailureText(error)),
			);
		});
	}
});

describe('a failure to write a file', () => {
	const failure = (code: string) => Object.assign(new Error('It failed.'), { code, syscall: 'write' });
	const is = (code: string, text: string) =>
		it(code, () => assert.equal(fileFailureText(failure(code)), text));

	is('ENOSPC', fileTexts.full());
	is('EACCES', fileTexts.refused());
	is('EBUSY', fileTexts.refused());
	is('ENOENT', fileTexts.folderGone());
	is('constructor', 'The file could not be written. (constructor)');
	is('EIO', 'The file could not be written. (EIO)');
	it('is not what another error is', () => {
		assert.equal(fileFailureText(new TypeError('It failed.')), undefined);
		assert.equal(fileFailureText(Object.assign(new Error('It failed.'), { code: 'ERR_OTHER' })), undefined);
	});
});

function says(kind: keyof typeof fileTexts): (error: unknown) => boolean {
	return (error) => fileFailureText(error) === fileTexts[kind]();
}
