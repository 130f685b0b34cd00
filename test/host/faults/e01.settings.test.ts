import { strict as assert } from 'node:assert';
import { eventually } from '../whole/eventually.ts';
import * as tree from '../whole/tree.ts';
import { filters, run, setSettings, useWholeExtension } from '../whole/wholeExtension.ts';

describe('a setting of the wrong type', () => {
	const whole = useWholeExtension();
	afterEach(() =>
		setSettings({
			...{ clientId: undefined, tenantId: undefined, scopes: undefined },
			...{ memoryCeiling: undefined, network: undefined, fetchAhead: undefined },
			autoRefresh: undefined,
		}),
	);

	for (const [name, value] of [
		['clientId', 5],
		['tenantId', ['contoso']],
		['scopes', [5]],
		['endpoint', 5],
	] as const)
		it(`${name} is named where the rows were, and nothing is asked`, async () => {
			const before = filters(whole().api).length;
			await setSettings({ [name]: value });
			const named = new RegExp(`The setting "${name}" must be`);
			await eventually(async () => assert.match((await tree.labels()).join('\n'), named));
			assert.equal(filters(whole().api).length, before);
			await run('signIn');
			assert.match(whole().screen.said, named);
		});

	for (const [name, value] of [
		['memoryCeiling', 'lots'],
		['network', 'fetch'],
		['fetchAhead', 'true'],
		['autoRefresh', 'on'],
	] as const)
		it(`${name} is named once, and the usual value is used`, async () => {
			const { screen } = whole();
			await setSettings({ [name]: value });
			await run('refresh');
			for (let round = 0; round < 2; round++) {
				await setSettings({ tenantId: `contoso${round}` });
				await eventually(async () => assert.ok((await tree.labels()).length > 0));
			}
			const told = screen.messages.filter(({ text }) => text.startsWith(`The setting "${name}" must be`));
			assert.deepEqual(told[0]?.buttons, ['Open Settings']);
			assert.equal(told.length, 1);
		});
});
