import { strict as assert } from 'node:assert';
import { captured } from '../whole/captured.ts';
import { filters, run, useWholeExtension } from '../whole/wholeExtension.ts';

/** What VS Code makes links of in a notification. */
const markup = /\]\((?:command:|https?:|file:)/;

describe('a link that somebody else wrote', () => {
	const whole = useWholeExtension();

	for (const query of [
		'status=[Show](command:workbench.view.search)',
		'status=[Sign in again](https://evil.example)',
		'[Retry](command:workbench.action.quit)=1',
		'advanced=[a](command:workbench.action.quit',
	])
		it(`is refused without a link in the refusal: ${query}`, async () => {
			const { screen } = whole();
			await captured.openLink('/query', query);
			assert.match(screen.said, /^This link cannot be opened\. .*\[/);
			assert.doesNotMatch(screen.said, markup);
		});

	it('is asked about as a whole, as one piece that it cannot close, and without a link', async () => {
		const { screen } = whole();
		const advanced = `name eq '”. [Agree](command:workbench.action.quit) ${'x'.repeat(1500)}'`;
		await captured.openLink('/query', `advanced=${advanced}`);
		const [asked = ''] = screen.messages.map(({ text }) => text);
		assert.match(asked, /^A link wants to show referrals: OData “name eq '"\. .* x{1500}'”\.$/);
		assert.doesNotMatch(asked, markup);
	});

	it('that is too long is not read', async () => {
		const { screen, api } = whole();
		const before = filters(api).length;
		await captured.openLink('/query', `teamEmail=a@${'.'.repeat(100_000)}`);
		assert.match(screen.said, /^This link cannot be opened\. It is far too long\.$/);
		assert.equal(filters(api).length, before);
	});

	it('while nobody is signed in offers to sign in', async () => {
		const { screen } = whole();
		await run('signOut');
		screen.keep(/^(?:A link wants|Sign in to Partner Center)/);
		const opened = captured.openLink('/referral/c5fbb3b6-be74-4795-9fb5-4324c73fed37');
		(await screen.message(/^A link wants/)).answer('Show');
		const message = await screen.message(/^Sign in to Partner Center to open this link\.$/);
		assert.deepEqual(message.buttons, ['Sign In']);
		message.answer();
		await opened;
	});
});
