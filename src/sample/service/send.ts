import type { Ask, Reply, Send } from '../../partner/send.ts';
import type { SampleReferral } from '../invent/sampleReferral.ts';
import type { SampleTenant } from '../invent/tenant.ts';
import { errorBody } from './errorBody.ts';
import { listPage } from './listPage.ts';
import { readListQuery } from './listQuery.ts';
import { readOptions } from './readOptions.ts';
import { Refusal } from './refusal.ts';

/** A status and the JSON to send with it. */
interface Answer {
	readonly status: number;
	readonly json: unknown;
}

/**
 * A referral service in memory. It answers the list and the single referral below any address that ends in
 * `/referrals`, with the documented options, pages, errors and oddities; it asks for no token and never
 * redirects. Rejects with the signal's reason when aborted, and for no other reason.
 */
export function sampleSend(tenant: SampleTenant): Send {
	return async (ask) => {
		ask.signal.throwIfAborted();
		const { status, json } = answer(tenant, ask.url);
		return { status, headers: headersFor(ask), body: new TextEncoder().encode(JSON.stringify(json)) };
	};
}

function answer(tenant: SampleTenant, address: string): Answer {
	try {
		return route(tenant, address);
	} catch (problem) {
		if (!(problem instanceof Refusal)) {
			throw problem;
		}
		const inner = ['badArgument', 'unsupportedQuery'];
		return { status: 400, json: errorBody('invalidRequest', problem.message, problem.target, ...inner) };
	}
}

function route(tenant: SampleTenant, address: string): Answer {
	if (!URL.canParse(address)) {
		throw new Refusal('url', 'The address is not valid.');
	}
	const url = new URL(address);
	const query = rawQuery(address);
	if (/\/referrals\/?$/.test(url.pathname)) {
		return { status: 200, json: listPage(tenant.referrals, readListQuery(query), url) };
	}
	const [, id] = /\/referrals\/([^/]+)$/.exec(url.pathname) ?? [];
	const referral = tenant.referrals.find((each) => each.id === id);
	if (referral === undefined) {
		return { status: 404, json: errorBody('itemNotFound', 'The resource could not be found.') };
	}
	readOptions(query, []);
	return { status: 200, json: entity(referral, url) };
}

/** The query exactly as sent: `URL` would already have repaired a few characters. */
function rawQuery(address: string): string {
	const [beforeFragment = ''] = address.split('#', 1);
	const mark = beforeFragment.indexOf('?');
	return mark === -1 ? '' : beforeFragment.slice(mark + 1);
}

/** A single referral has what a row of the list lacks: a context of its own, misspelt, and an eTag with quotes. */
function entity(referral: SampleReferral, url: URL): Readonly<Record<string, unknown>> {
	const digits = referral.id.replaceAll('-', '');
	return {
		'@odata.context': `http://${url.host}/v1.0/engagments/$metadata#Referrals/$entity`,
		...referral,
		eTag: `"${digits.slice(0, 8)}-0000-0d00-0000-${digits.slice(20)}"`,
	};
}

function headersFor(ask: Ask): Reply['headers'] {
	const clientId = ask.headers['client-request-id'];
	return {
		'content-type': 'application/json; odata.metadata=minimal',
		'request-id': crypto.randomUUID(),
		...(clientId !== undefined && { 'client-request-id': clientId }),
		timestamp: new Date().toISOString(),
	};
}
