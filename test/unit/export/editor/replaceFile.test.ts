import assert from 'node:assert/strict';
import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileFailureText, fileTexts } from '../../../../src/export/editor/fileFailureText.ts';
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
				Object.values<unknown>(fileTexts).includes(fileFailureText(error)),
			);
		});
	}
});

describe('a failure to write a file', () => {
	const failure = (code: string) => Object.assign(new Error('It failed.'), { code, syscall: 'write' });
	const is = (code: string, text: string) =>
		it(code, () => assert.equal(fileFailureText(failure(code)), text));

	is('ENOSPC', fileTexts.full);
	is('EACCES', fileTexts.refused);
	is('EBUSY', fileTexts.refused);
	is('ENOENT', fileTexts.folderGone);
	is('EIO', 'The file could not be written. (EIO)');
	it('is not what another error is', () => {
		assert.equal(fileFailureText(new TypeError('It failed.')), undefined);
		assert.equal(fileFailureText(Object.assign(new Error('It failed.'), { code: 'ERR_OTHER' })), undefined);
	});
});

function says(kind: keyof typeof fileTexts): (error: unknown) => boolean {
	return (error) => fileFailureText(error) === fileTexts[kind];
}
