import assert from 'node:assert/strict';
import fc from 'fast-check';
import { portalAddress } from '../../../src/commands/portal/address.ts';

const base = 'https://partner.microsoft.com/dashboard/referrals/v2/leads';
const id = 'c5fbb3b6-be74-4795-9fb5-4324c73fed37';

describe('the address of a referral in Partner Center', () => {
	const leads = (setting: string, expected: string, named: Parameters<typeof portalAddress>[1] = { id }) =>
		it(`${setting.slice(0, 60)}: ${expected.slice(0, 90)}`, () => {
			const found = portalAddress(setting, named);
			assert.equal('refusal' in found ? found.refusal : found.address, expected);
		});
	leads(base, base);
	leads(` ${base} `, base);
	leads(`${base}/{id}`, `${base}/${id}`);
	leads(`${base}?a=1&id={id}#e={engagementId}`, `${base}?a=1&id=${id}#e=e%201`, { id, engagementId: 'e 1' });
	leads(`${base}/{id}/{id}`, `${base}/${id}/${id}`);
	leads(`${base}/{id}`, `${base}/a%2Fb%3Fc%23d%26e%3Df%40g`, { id: 'a/b?c#d&e=f@g' });
	leads(`${base}/{id}`, `${base}/%EF%BF%BD`, { id: '\ud800' });
	leads(`${base}/{id}`, `${base}/%24%261`, { id: '$&1' });
	for (const odd of ['.', '..']) leads(`${base}/{id}/x`, 'id', { id: odd });
	leads(`${base}/{engagementId}`, 'noEngagement');
	for (const wrong of [
		...['', 'partner', 'http://partner.example/{id}', 'javascript:alert({id})', 'file:///{id}', 'https://'],
		...[
			'https://{id}.example/',
			'https://{id}/x',
			'https://u:{id}@partner.example/',
			'https://u:p@partner.example/',
		],
		...['https://partner.example:{id}/', `https://partner.example/${'x'.repeat(2000)}`, 'command:x?{id}'],
	])
		leads(wrong, 'setting');

	it('says whether it names the referral', () => {
		const names = (setting: string) => {
			const found = portalAddress(setting, { id, engagementId: 'e' });
			return 'address' in found && found.namesReferral;
		};
		assert.deepEqual([names(base), names(`${base}/{id}`), names(`${base}/{x}`)], [false, true, false]);
	});

	it('keeps host, folder and all else that the user wrote, whatever a stranger has for an id', () => {
		const settings = [
			`${base}/{id}`,
			`${base}/{id}/more?x=1`,
			`${base}?x={id}&y={engagementId}`,
			`${base}#{id}`,
		];
		const odd = fc.string({
			unit: fc.constantFrom(
				'.',
				'/',
				'\\',
				'?',
				'#',
				'@',
				':',
				'&',
				'=',
				'%',
				'2',
				'e',
				' ',
				'\n',
				'é',
				'{id}',
			),
		});
		fc.assert(
			fc.property(fc.constantFrom(...settings), odd, odd, (setting, one, other) => {
				const found = portalAddress(setting, { id: one, engagementId: other });
				if ('refusal' in found) return;
				const url = new URL(found.address);
				const plain = new URL(setting.replace(/\{\w+\}/g, 'x'));
				assert.equal(url.origin, plain.origin);
				assert.equal(url.pathname.split('/').length, plain.pathname.split('/').length);
				assert.ok(url.pathname.startsWith('/dashboard/referrals/v2/leads'));
				assert.deepEqual([...url.searchParams.keys()], [...plain.searchParams.keys()]);
				if (plain.search.includes('y=')) assert.equal(url.searchParams.get('y'), other);
			}),
			{ seed: 3, numRuns: 3000 },
		);
	});
});
