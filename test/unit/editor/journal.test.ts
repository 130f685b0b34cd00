import assert from 'node:assert/strict';
import { Journal } from '../../../src/editor/journal.ts';

/** The log, and all that it has. */
function journalWith(): { readonly journal: Journal; readonly text: () => string } {
	const lines: string[] = [];
	const write = (line: string) => void lines.push(`${line}`);
	return { journal: new Journal({ info: write, error: write, show() {} }), text: () => lines.join('\n') };
}

function thrownBy(act: () => unknown): unknown {
	try {
		return act();
	} catch (error) {
		return error;
	}
}

describe('the log', () => {
	const named = (message: string) => Object.assign(new Error(message), { name: 'OddError' });
	const defects: readonly [string, unknown][] = [
		['JSON of a customer', thrownBy(() => JSON.parse('{"name": Secret Fabrikam'))],
		['a file of a customer', named("ENOENT: no such file, open '/home/ada/Secret.csv'")],
		['several lines', named('Secret\n    at Secret (/home/ada/Secret.ts:1:2)\nSecret')],
		['a name that is no name', Object.assign(new Error('x'), { name: 'Secret words\nSecret' })],
		['a stack of somebody’s own', Object.assign(new Error('x'), { stack: 'Secret\n    at Secret' })],
		['a cause', new Error('x', { cause: new Error('Secret') })],
		['a text', 'Secret'],
	];
	for (const [what, error] of defects)
		it(`says where a defect was, and nothing of ${what}`, async () => {
			const { journal, text } = journalWith();
			await journal.defect(error);
			assert.notEqual(text(), '');
			assert.doesNotMatch(text(), /secret|fabrikam|ada/i);
		});

	it('says of which kind a defect is, and in which files it was', async () => {
		const { journal, text } = journalWith();
		await journal.defect(thrownBy(() => JSON.parse('{')));
		assert.match(
			text(),
			/^SyntaxError\n {4}at journal\.test\.ts:\d+:\d+\n {4}at thrownBy \(journal\.test\.ts:\d+:\d+\)\n/,
		);
		assert.doesNotMatch(text(), /[/\\]/);
	});
});
