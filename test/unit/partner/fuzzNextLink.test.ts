import assert from 'node:assert/strict';
import { endpointAt } from '../../../src/partner/endpoint.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { readNextLink } from '../../../src/partner/nextLink.ts';
import { Random } from '../../../src/sample/invent/random.ts';

const rounds = 20_000;
const homes = [
	'https://api.partner.microsoft.com/v1.0/engagements',
	'http://127.0.0.1:5000/v1.0/engagements',
];
const links: [string, ...string[]] = [
	'http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=ab%2bcd%2fef',
	'http://127.0.0.1:5000/v1.0/referrals?$skiptoken=ab%2bcd%2fef',
	'https://referrals.example/v1.0/referrals?$skiptoken=a',
	'//referrals.example/?a',
	'?$skiptoken=a',
];
/** What tells the parts of an address apart, and what readers of addresses are known to disagree on. */
const pieces: [string, ...string[]] = [
	'/',
	...['//', '\\', '\\\\', ':', '@', '?', '#', '%', '%2f', '%40', '%00', '.', '..', '[::1]', '[', ']'],
	...['\t', '\n', '\r\nHost: x', ' ', '\0', '\u3002', '\uff0f', 'ａ', '\ud800', '\u00ad', 'xn--', 'é'],
	...[
		'https:',
		'http:',
		'javascript:',
		'file:',
		'blob:',
		'localhost',
		'referrals.example',
		'127.0.0.1',
		'0x7f.1',
	],
	...[
		'api.partner.microsoft.com',
		'user:secret@',
		':443',
		':80',
		':5000',
		':0',
		':65536',
		'5000',
		'&',
		'=',
		'+',
	],
];

describe('20,000 mutations of a next link', () => {
	for (const home of homes)
		it(`never lead away from ${home}`, () => {
			const endpoint = endpointAt(home);
			const random = new Random(1959);
			let read = 0;
			for (let round = 0; round < rounds; round++) {
				const link = Array.from({ length: random.whole(1, 4) }).reduce<string>(
					(text) => spliced(text, random),
					random.pick(links),
				);
				read += assertHome(link, endpoint) ? 1 : 0;
			}
			assert.ok(read > rounds / 20, `only ${read} were read`);
		});
});

/** A text with a piece put in somewhere, over none or some of what was there. */
function spliced(text: string, random: Random): string {
	const at = random.whole(0, text.length);
	return text.slice(0, at) + random.pick(pieces) + text.slice(at + random.pick([0, 0, 1, 5, 20]));
}

/** @returns whether the link was read at all */
function assertHome(link: string, endpoint: ReturnType<typeof endpointAt>): boolean {
	const address = nextOf(link, endpoint);
	if (address === undefined) return false;
	const said = JSON.stringify(link);
	assert.ok(address.startsWith(`${endpoint.collection}?`), said);
	// On the wire it goes as it is, so that nothing may end the line or begin a fragment.
	assert.match(address, /^[\x21-\x7e]+$/, said);
	assert.ok(!address.includes('#'), said);
	const { origin, pathname } = new URL(address);
	assert.equal(origin + pathname, endpoint.collection, said);
	const target = new URL(link, endpoint.collection);
	// A gateway hands Microsoft's own links on; only what stands behind the question mark is taken.
	const hosts = [new URL(endpoint.origin).hostname, 'api.partner.microsoft.com'];
	assert.ok(hosts.includes(target.hostname), said);
	return true;
}

function nextOf(link: string, endpoint: ReturnType<typeof endpointAt>): string | undefined {
	try {
		return readNextLink(link, endpoint.collection, endpoint);
	} catch (error) {
		assert.ok(error instanceof PartnerError && error.kind === 'linkRefused', JSON.stringify(link));
		return undefined;
	}
}
