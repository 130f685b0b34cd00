import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endpointAt } from '../../../src/partner/endpoint.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { failing } from './failing.ts';

describe('the endpoint', () => {
	describe('is accepted', () => {
		const accepted = (address: string, collection: string) =>
			it(address, () => {
				const endpoint = endpointAt(address);
				assert.equal(endpoint.collection, collection);
				assert.equal(endpoint.origin, new URL(collection).origin);
			});

		const documented = 'https://api.partner.microsoft.com/v1.0/engagements';
		accepted(documented, `${documented}/referrals`);
		accepted(`${documented}/`, `${documented}/referrals`);
		accepted(`${documented}///`, `${documented}/referrals`);
		accepted('https://api.partner.microsoft.com', 'https://api.partner.microsoft.com/referrals');
		accepted('HTTPS://API.Partner.Microsoft.com:443/V1', 'https://api.partner.microsoft.com/V1/referrals');
		accepted('https://gateway.example:8443/a', 'https://gateway.example:8443/a/referrals');
		accepted('http://127.0.0.1:5000/v1', 'http://127.0.0.1:5000/v1/referrals');
		accepted('http://127.12.34.56/v1', 'http://127.12.34.56/v1/referrals');
		accepted('http://127.1/v1', 'http://127.0.0.1/v1/referrals');
		accepted('http://localhost:80', 'http://localhost/referrals');
		accepted('http://[::1]:8080/v1', 'http://[::1]:8080/v1/referrals');
		accepted('http://[0:0:0:0:0:0:0:1]/v1', 'http://[::1]/v1/referrals');
	});

	describe('is refused', () => {
		const refused = (address: string) =>
			it(address || '(empty)', () => failing('endpointRefused', () => endpointAt(address)));

		refused('');
		refused('api.partner.microsoft.com/v1.0/engagements');
		refused('http://api.partner.microsoft.com/v1.0/engagements');
		refused('http://localhost.evil.example/v1');
		refused('http://127.0.0.1.evil.example/v1');
		refused('http://evil.example/127.0.0.1');
		refused('http://evil-127.0.0.1/');
		refused('http://127.0.0.1@evil.example/');
		refused('http://0.0.0.0:5000/v1');
		refused('http://[::2]/v1');
		refused('http://xlocalhost/');
		refused('https://user@api.partner.microsoft.com/v1');
		refused('https://user:secret@api.partner.microsoft.com/v1');
		refused('https://:secret@api.partner.microsoft.com/v1');
		refused('https://api.partner.microsoft.com/v1?x=1');
		refused('https://api.partner.microsoft.com/v1#x');
		refused('file:///etc/hosts');
		refused('ftp://127.0.0.1/');
		refused('javascript:alert(1)');
		refused('wss://api.partner.microsoft.com/');
		refused('https://');
		refused('https://[');
	});

	it('is, whatever is written, https: or loopback, and its collection is below it', () => {
		const parts = fc.array(
			fc.constantFrom(
				'http',
				'https',
				'://',
				':',
				'/',
				'@',
				'127.0.0.1',
				'localhost',
				'x.example',
				'?',
				'#',
				'[',
			),
			{ maxLength: 8 },
		);
		const address = fc.oneof(
			fc.string(),
			fc.webUrl(),
			parts.map((each) => each.join('')),
		);
		fc.assert(
			fc.property(address, (text) => {
				const collection = collectionAt(text);
				if (collection === undefined) return;
				const { username, password } = new URL(collection);
				assert.equal(username + password, '');
				assert.match(
					collection,
					/^(https:\/\/|http:\/\/(localhost|127\.[\d.]+|\[::1\])[:/])[^?#]*\/referrals$/,
				);
			}),
			{ seed: 1, numRuns: 3_000 },
		);
	});
});

function collectionAt(address: string): string | undefined {
	try {
		return endpointAt(address).collection;
	} catch (error) {
		assert.ok(error instanceof PartnerError);
		return undefined;
	}
}
