import assert from 'node:assert/strict';
import { asWrittenIn, colleaguesIn } from '../../../../src/query/team/colleagues.ts';

const teams = (...given: readonly (readonly string[] | undefined)[]) => given.map((team) => ({ team }));

describe('colleagues', () => {
	const found = (
		name: string,
		of: ReturnType<typeof teams>,
		expected: readonly (readonly [string, number])[],
	) =>
		it(name, () =>
			assert.deepEqual(
				colleaguesIn(of).map(({ mail, referrals }) => [mail, referrals]),
				expected,
			),
		);

	found('nobody, where nothing is loaded', [], []);
	found('nobody, where no team was sent', teams(undefined, []), []);
	found(
		'first who works on most, then by name',
		teams(['b@contoso.com', 'c@contoso.com'], ['a@contoso.com'], ['c@contoso.com']),
		[
			['c@contoso.com', 2],
			['a@contoso.com', 1],
			['b@contoso.com', 1],
		],
	);
	found('once, who stands in a team twice', teams(['a@contoso.com', 'A@contoso.com']), [
		['A@contoso.com', 1],
	]);
	found(
		'once, whose mail is written in several ways, as most write it',
		teams(['Ada@Contoso.com'], ['ada@contoso.com'], ['Ada@Contoso.com']),
		[['Ada@Contoso.com', 3]],
	);
	found('with an apostrophe', teams(["erin.o'hara@contoso.com"]), [["erin.o'hara@contoso.com", 1]]);
	found(
		'without what no filter takes',
		teams(['', 'nobody', ' a@contoso.com', 'a\u202E@contoso.com', 'a@b@c.com']),
		[],
	);
	found('whatever they are called', teams(['__proto__@contoso.com', 'constructor@contoso.com']), [
		['__proto__@contoso.com', 1],
		['constructor@contoso.com', 1],
	]);

	it('are asked for as referrals write them', () => {
		assert.equal(asWrittenIn(teams(['ada@contoso.com']), 'Ada@Contoso.COM'), 'ada@contoso.com');
		assert.equal(asWrittenIn(teams(['bob@contoso.com']), 'Ada@Contoso.COM'), 'Ada@Contoso.COM');
	});
});
