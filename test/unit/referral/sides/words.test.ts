import assert from 'node:assert/strict';
import { differingSides, otherSideOf } from '../../../../src/referral/sides/words.ts';
import { hostileNames, hostileReferral } from '../../../partner-api/hostileReferrals.ts';
import { received } from '../../received.ts';

const reader = { locale: 'en-US', now: Date.parse('2026-03-15T10:30:00Z') };
const ours = {
	id: 'ours',
	organizationId: 'c0',
	organizationName: 'Contoso',
	status: 'Active',
	substatus: 'Accepted',
	details: { dealValue: 50_000, currency: 'USD', closingDateTime: '2026-05-01T00:00:00Z' },
};

function sideOf(other: object, own: object = ours) {
	return otherSideOf(received(own), received({ id: 'theirs', ...other }), reader);
}

describe('another side of an engagement', () => {
	const is = (owner: string, why: string, other: object, own?: object) =>
		it(`is “${owner}” ${why}`, () => assert.equal(sideOf(other, own).owner, owner));

	is("Microsoft's side", 'by the id of Microsoft', { organizationId: 'MSFT', organizationName: 'Contoso' });
	is("Microsoft's side", 'by the name, where no id came', { organizationName: 'Microsoft' });
	is('Microsoft&Sons’s side'.replace('’', "'"), 'of a partner with a like name', {
		organizationName: 'Microsoft&amp;Sons',
	});
	is("Microsoft's side", 'whoever calls itself so', { organizationId: 'x', organizationName: 'Microsoft' });
	is("Fabrikam's side", 'of another partner', { organizationId: 'f0', organizationName: ' Fabrikam ' });
	is('Same organization', 'where it is of the same', { organizationId: ' C0', organizationName: 'Contoso' });
	is('Other side', 'where nothing came', {});
	is('Other side', 'where nothing of either came', {}, { id: 'a' });
	is('Other side', 'where ids are no texts', { organizationId: 7, organizationName: {} });
	is('Other side', 'where Microsoft invited it, which does not tell whose it is', {
		inviteContext: { invitedBy: { organizationId: 'msft' } },
	});

	const says = (differences: string, why: string, other: object) =>
		it(`says “${differences}” ${why}`, () => assert.equal(sideOf(other).differences, differences));

	says('Closed › Won; value $80,000', 'where it was won for more', {
		...{ status: 'Closed', substatus: 'Won' },
		details: { dealValue: 80_000, currency: 'USD' },
	});
	says('value €50,000; estimated close May 2, 2026', 'where it is another currency and day', {
		details: { dealValue: 50_000, currency: 'EUR', closingDateTime: '2026-05-02T10:00:00Z' },
	});
	says('', 'where it agrees', ours);
	says('', 'where it says nothing', {});

	it('stands beside this one, row by row', () => {
		assert.deepEqual(
			sideOf({ status: 'Closed', details: { closingDateTime: 'soon' } }).rows.map(Object.values),
			[
				['Status', 'Active › Accepted', 'Closed', true],
				['Estimated value', '$50,000', '', false],
				['Estimated close', 'May 1, 2026', 'soon', false],
			],
		);
	});

	for (const name of hostileNames)
		it(`is in harmless lines, whatever was typed: ${name}`, () => {
			const hostile = hostileReferral(name, []);
			const { owner, rows, differences } = sideOf({ ...hostile, id: 'theirs' });
			for (const text of [owner, differences, ...rows.flatMap(({ own, other }) => [own, other])]) {
				assert.doesNotMatch(text, /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u);
				assert.ok(text.length < 2_000);
			}
		});
});

describe('the other sides that say something else', () => {
	it('are put into words, for which they are unpacked, only as far as they are told', () => {
		const unpacked: string[] = [];
		const others = Array.from({ length: 100 }, (_, at) => ({
			...received({ ...ours, id: `side ${at}`, ...(at % 2 === 1 && { status: 'Closed' }) }),
			get json() {
				unpacked.push(`side ${at}`);
				return {};
			},
		}));
		const own = received(ours);
		const told = differingSides(own, others, 3, (other) => otherSideOf(own, other, reader));
		assert.deepEqual(
			told.map(({ id }) => id),
			['side 1', 'side 3', 'side 5'],
		);
		assert.deepEqual([...new Set(unpacked)], ['side 1', 'side 3', 'side 5']);
	});
});
