import type { SampleReferral } from '../../../src/sample/invent/sampleReferral.ts';
import { type SampleTenant, sampleTenant } from '../../../src/sample/invent/tenant.ts';
import type { ErrorBody } from '../../../src/sample/service/errorBody.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';

/** A fixed day, so that failures repeat. */
export const now = new Date('2026-03-15T10:30:00Z');

/** The tenant that the tests of the sample share; nothing changes it. */
export const tenant = sampleTenant(now);

/** The documented collection. */
export const collection = 'https://api.partner.microsoft.com/v1.0/engagements/referrals';

/** Any body of the service, read as JSON. */
export interface SampleBody extends Partial<ErrorBody> {
	readonly '@odata.context': string;
	readonly '@odata.count': number;
	readonly '@odata.nextLink'?: string;
	readonly value: readonly SampleReferral[];
	readonly [name: string]: unknown;
}

export interface SampleAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: SampleBody;
}

/** Asks the sample service for the collection's address with `rest` behind it. */
export async function ask(rest: string, of: SampleTenant = tenant): Promise<SampleAnswer> {
	const { signal } = new AbortController();
	const reply = await sampleSend(of)({ url: collection + rest, headers: {}, signal });
	const body: SampleBody = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(reply.body));
	return { status: reply.status, headers: reply.headers, body };
}

/** All rows of a query, by following its links as a careful client does: with their query alone. */
export async function askAll(rest: string, of: SampleTenant = tenant): Promise<readonly SampleReferral[]> {
	const rows: SampleReferral[] = [];
	for (let next: string | undefined = rest; next !== undefined; ) {
		const { status, body } = await ask(next, of);
		if (status !== 200) {
			throw new Error(body.error?.message);
		}
		rows.push(...body.value);
		const link: string | undefined = body['@odata.nextLink'];
		next = link?.slice(link.indexOf('?'));
	}
	return rows;
}

export function filtered(expression: string): string {
	return `?$filter=${encodeURIComponent(expression)}`;
}

export function idsOf(rows: readonly SampleReferral[]): readonly string[] {
	return rows.map(({ id }) => id);
}
