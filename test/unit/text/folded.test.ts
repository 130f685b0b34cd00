import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { conditionOn } from '../../../src/listing/conditionOn.ts';
import { everything } from '../../../src/query/query.ts';
import { labelOf } from '../../../src/referral/label.ts';
import { folded } from '../../../src/text/folded.ts';
import { received } from '../received.ts';

function finds(name: string, typed: string): boolean {
	const row = new ListedReferral(received({ id: 'r1', customerProfile: { name } }), { whole: false });
	return conditionOn({ ...everything, text: typed }, 0)?.(row) === true;
}

describe('a name', () => {
	const found = (name: string, ...typed: readonly string[]) =>
		it(`${JSON.stringify(name)} is found by ${typed.join(', ')} and as it is shown`, () => {
			for (const each of [...typed, labelOf(received({ id: 'r1', name }).referral)])
				assert.ok(finds(name, each), each);
		});

	found('CONTOSO OIL &amp; GAS S.A.U.', 'oil & gas', 'Oil &amp; Gas');
	found('Fabrikam &#39;Nord&#x27; &quot;A&quot;&nbsp;B', `'nord' "a" b`);
	found('Contoso  Ltd', 'contoso ltd', 'contoso  ltd');
	found(' Fabrikam rollout ', 'fabrikam rollout');
	found('Fabrikam roll-out\r\nsecond line\tafter', 'roll-out second line after');
	found('A\u030angstro\u0308m Bau', 'angstrom', 'ångström');
	found('Ångström', 'angstrom', 'a\u030angstro\u0308m');
	found('İstanbul Lojistik', 'istanbul', 'İSTANBUL', 'ıstanbul');
	found('Işık Enerji', 'isik', 'ışık', 'IŞIK');
	found('Mu\u0308ller GmbH', 'müller', 'muller');
	found('O’Neil Foods', "o'neil", 'O’Neil', 'oʼneil', 'o`neil', 'o´neil');
	found('„Nord“ – «Süd»', '"nord" - "sud"');
	found('Straße Ørsted Łódź Æther', 'strasse', 'orsted', 'lodz', 'aether');
	found('Lit\u200bware\u00ad', 'litware');
	found('Ｃｏｎｔｏｓｏ', 'contoso');
	found('ΟΔΟΣ', 'οδος', 'οδοσ');

	it('is not found by what stands over its end', () => {
		const row = new ListedReferral(received({ id: 'r1', name: 'one', customerProfile: { name: 'two' } }), {
			whole: false,
		});
		assert.equal(conditionOn({ ...everything, text: 'one two' }, 0)?.(row), false);
	});

	it('is shown without entities, which are never read twice', () => {
		assert.equal(
			labelOf(received({ id: 'r1', name: 'A &amp;amp; B &bogus; &#0;&#xd800;' }).referral),
			'A &amp; B &bogus; &#0;&#xd800;',
		);
	});

	it('is found as it is shown, whatever it is', () => {
		const pieces = fc.constantFrom(
			...['&amp;', '&', '#39;', ' ', '\u0308', 'ı', 'İ', '’', 'ß', 'a', '\u200b', ';', '–', '\n'],
		);
		const name = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.array(pieces, { maxLength: 20 }).map((all) => all.join('')),
		);
		const check = (each: string) => {
			const shown = labelOf(received({ id: 'r1', name: each }).referral);
			assert.ok(shown === 'r1' || finds(each, shown), shown);
		};
		fc.assert(fc.property(name, check), { seed: 75, numRuns: 10_000 });
	});

	it('of ASCII is folded at once', () => assert.equal(folded('CoNtoso (2) Ltd'), 'contoso (2) ltd'));
});
