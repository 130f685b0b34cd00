import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { endpointAt } from '../../../src/partner/endpoint.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { readNextLink } from '../../../src/partner/nextLink.ts';
import { failing } from './failing.ts';
import { endpoint } from './fakeSend.ts';

const { collection } = endpoint;
const host = 'api.partner.microsoft.com';
const firstPage = `${collection}?$filter=status%20eq%20'New'`;
const seed = JSON.parse(
	readFileSync(new URL('../fixtures/seed-list-repaired.json', import.meta.url), 'utf8'),
);

describe('a next link', () => {
	describe('lends its query to our own collection', () => {
		const reads = (link: string, query: string, at = endpoint) =>
			it(JSON.stringify(link), () => {
				assert.equal(readNextLink(link, firstPage, at), `${at.collection}?${query}`);
			});

		reads(`http://${host}/v1.0/referrals?$skiptoken=a%2fb%2bc`, '$skiptoken=a%2fb%2bc');
		reads(`https://${host}/v1.0/engagements/referrals?$skiptoken=a%2Fb`, '$skiptoken=a%2Fb');
		reads(`HTTPS://API.Partner.Microsoft.COM/x?$skiptoken=a`, '$skiptoken=a');
		reads(`https://${host}:443/x?$skiptoken=a`, '$skiptoken=a');
		reads(`http://${host}:80/x?$skiptoken=a`, '$skiptoken=a');
		reads(`http://${host}:443/x?$skiptoken=a`, '$skiptoken=a');
		reads(`//${host}/x?$skiptoken=a`, '$skiptoken=a');
		reads('/v1.0/referrals?$skiptoken=a', '$skiptoken=a');
		reads('referrals?$skiptoken=a', '$skiptoken=a');
		reads('../../x?$skiptoken=a', '$skiptoken=a');
		reads('?$skiptoken=a', '$skiptoken=a');
		reads(`https://${host}/admin/delete?$skiptoken=a`, '$skiptoken=a');
		reads(`https://user:secret@${host}/x?$skiptoken=a`, '$skiptoken=a');
		reads('?$skiptoken=a#?$skiptoken=b', '$skiptoken=a');
		reads('?a?b=c?d', 'a?b=c?d');
		reads('?%24skiptoken=a', '%24skiptoken=a');
		reads('?$skiptoken=%', '$skiptoken=%');
		reads('?$skiptoken=%zz%2', '$skiptoken=%zz%2');
		reads('?$skiptoken=a+b==&x', '$skiptoken=a+b==&x');
		reads("?a='b'~!*()[]{}|^`;,@:/\\", "a='b'~!*()[]{}|^`;,@:/\\");
		reads("?$filter=status eq 'New'&$skiptoken=a", "$filter=status%20eq%20'New'&$skiptoken=a");
		reads('?a="<b>"', 'a=%22%3Cb%3E%22');
		reads('?a=é🚀', 'a=%C3%A9%F0%9F%9A%80');
		reads(` http://${host}/x?$skiptoken=a\n`, '$skiptoken=a');
		reads('?a=\r\nHost: evil.example', 'a=%0D%0AHost:%20evil.example');
		reads('?a=\u0000', 'a=%00');
		reads('?a=\ud800', 'a=%EF%BF%BD');

		const local = endpointAt('http://127.0.0.1:5000/v1.0/engagements');
		reads('http://127.0.0.1:5000/v1.0/referrals?$skiptoken=a', '$skiptoken=a', local);
		reads('https://127.0.0.1:5000/v1.0/referrals?$skiptoken=a', '$skiptoken=a', local);
		// A gateway hands on what stands behind it.
		const gateway = endpointAt('https://gateway.contoso.com/partner');
		reads(`https://${host}/v1.0/engagements/referrals?$skiptoken=a`, '$skiptoken=a', gateway);
		reads(`http://${host}/v1.0/referrals?$skiptoken=a`, '$skiptoken=a', gateway);
	});

	it('of the documented sample keeps every byte of its token', () => {
		const link: string = seed['@odata.nextLink'];
		const query = link.slice(link.indexOf('?'));
		assert.equal(query.length, '?$skiptoken='.length + 892);
		assert.match(query, /%2f/);
		assert.equal(readNextLink(link, firstPage, endpoint), collection + query);
	});

	describe('is refused', () => {
		const refused = (link: string, at = endpoint) =>
			it(JSON.stringify(link), async () => {
				const page = at === endpoint ? firstPage : at.collection;
				const error = await failing('linkRefused', () => readNextLink(link, page, at));
				assert.deepEqual(error.facts, {});
			});

		refused('https://evil.example/v1.0/referrals?$skiptoken=a');
		refused('//evil.example/v1.0/referrals?$skiptoken=a');
		refused('\\\\evil.example\\x?$skiptoken=a');
		refused('/\\evil.example/x?$skiptoken=a');
		refused('https:\\\\evil.example\\x?$skiptoken=a');
		refused(`https://${host}.evil.example/x?$skiptoken=a`);
		refused(`https://evil.${host}/x?$skiptoken=a`);
		refused(`https://evil-${host}/x?$skiptoken=a`);
		refused(`https://${host}./x?$skiptoken=a`);
		refused(`https://${host}@evil.example/x?$skiptoken=a`);
		refused(`https://${host}:443@evil.example/x?$skiptoken=a`);
		refused(`https://evil.example/?@${host}/x?$skiptoken=a`);
		refused(`https://evil.example#@${host}/x?$skiptoken=a`);
		refused(`https://evil.example\\@${host}/x?$skiptoken=a`);
		refused(`https://${host}:8443/x?$skiptoken=a`);
		refused(`https://${host}:0/x?$skiptoken=a`);
		refused(`ftp://${host}/x?$skiptoken=a`);
		refused(`ws://${host}/x?$skiptoken=a`);
		refused('file:///etc/hosts?$skiptoken=a');
		refused('javascript:alert(1)?$skiptoken=a');
		refused(`javascript://${host}/?$skiptoken=a`);
		refused('data:application/json,{}?$skiptoken=a');
		refused(`blob:https://${host}/x?$skiptoken=a`);
		refused(`https://${host}/v1.0/referrals`);
		refused(`https://${host}/v1.0/referrals?`);
		refused(`https://${host}/v1.0/referrals#?$skiptoken=a`);
		refused(`https://${host}/v1.0/referrals?#$skiptoken=a`);
		refused('http://[not an address');
		refused('https://?$skiptoken=a');
		refused('https://аpi.partner.microsoft.com/x?$skiptoken=a'); // a Cyrillic а
		refused('https://1.1.1.1/x?$skiptoken=a');

		const local = endpointAt('http://127.0.0.1:5000/v1.0/engagements');
		refused('http://127.0.0.1/v1.0/referrals?$skiptoken=a', local);
		refused('http://127.0.0.1:5001/v1.0/referrals?$skiptoken=a', local);
		refused('http://localhost:5000/v1.0/referrals?$skiptoken=a', local);
	});

	it('is refused when it is longer than any server takes', async () => {
		const query = '$skiptoken='.padEnd(16 * 1024, 'a');
		assert.equal(readNextLink(`?${query}`, firstPage, endpoint), `${collection}?${query}`);
		await failing('linkRefused', () => readNextLink(`?${query}a`, firstPage, endpoint));
	});

	it('keeps any legal query byte for byte', () => {
		const letter = fc.constantFrom(..."abzABZ019-._~!$&'()*+,;=:@/?%", '%2b', '%2F', '%25');
		const query = fc.string({ unit: letter, minLength: 1, maxLength: 60 });
		const start = fc.constantFrom(`http://${host}/v1.0/referrals`, `https://${host}`, '/x', 'x', '');
		const fragment = fc.constantFrom('', '#', '#a?b');
		fc.assert(
			fc.property(start, query, fragment, (before, text, after) => {
				assert.equal(readNextLink(`${before}?${text}${after}`, firstPage, endpoint), `${collection}?${text}`);
			}),
			{ seed: 3, numRuns: 5_000 },
		);
	});

	it('leads to our collection or nowhere, whatever it is', () => {
		const piece = fc.constantFrom(
			...[
				'http:',
				'https:',
				'//',
				'/',
				'\\',
				'@',
				':',
				'?',
				'#',
				'.',
				'\t',
				'\n',
				' ',
				'%',
				'[',
				']',
				'\ud800',
			],
			...[host, 'evil.example', 'x', '443', '80', 'javascript:', '$skiptoken=a', '\u202e', 'é'],
		);
		const link = fc.oneof(
			fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
			fc.string({ unit: 'binary' }),
			fc.webUrl({ withQueryParameters: true }),
		);
		fc.assert(
			fc.property(link, (text) => {
				const url = tried(text);
				if (url === undefined) return;
				assert.ok(url.startsWith(`${collection}?`) && url.length > collection.length + 1, url);
				assert.match(url, /^[\x21-\x7e]+$/);
				assert.equal(new URL(url).hash, '');
			}),
			{ seed: 4, numRuns: 20_000 },
		);
	});
});

function tried(link: string): string | undefined {
	try {
		return readNextLink(link, firstPage, endpoint);
	} catch (error) {
		assert.ok(error instanceof PartnerError, String(error));
		return undefined;
	}
}
