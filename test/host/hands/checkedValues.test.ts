import { strict as assert } from 'node:assert';
import { start, useWholeExtension } from '../whole/wholeExtension.ts';

describe('the list of values of a condition', () => {
	const whole = useWholeExtension();

	it('keeps what was checked when Enter comes before the editor has drawn it anew', async () => {
		const { screen } = whole();
		const editing = start('filter');
		(await screen.prompt(/^Filter/)).choose(/^\$\(add\) Text/);
		const values = await screen.prompt(/Text/);
		values.type('contoso');
		values.check(/^contoso/);
		values.type('fabrikam');
		values.acceptWhileDrawn();
		values.enter('');
		const builder = await screen.prompt(/^Filter Referrals$/);
		assert.match(builder.text, /Text: contoso or fabrikam/);
		builder.hide();
		await editing.done;
	});
});
