import { Agent, request } from 'undici';
import { isJsonObject } from '../../src/partner/json.ts';
import { sizesOf } from '../partner-api/simulatedTenant.ts';
import type { ServiceProcess } from './serviceProcess.ts';

const agent = new Agent();

/** One GET by undici over a connection that is kept, and `JSON.parse`: what nobody could do without. */
export async function bareGet(url: string, token: string): Promise<unknown> {
	const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
	const { body } = await request(url, { headers, dispatcher: agent });
	return JSON.parse(await body.text());
}

/** The addresses of the first pages of the groups. */
export function firstPages({ endpoint }: Pick<ServiceProcess, 'endpoint'>): string[] {
	return sizesOf(0).map(
		({ status, substatus }) =>
			`${endpoint}/referrals?$filter=status%20eq%20'${status}'%20and%20substatus%20eq%20'${substatus}'&$orderby=createdDateTime%20desc`,
	);
}

/** Follows every chain to its end in a bare loop, four at once. @returns how many pages there were */
export async function bareLoop(service: ServiceProcess): Promise<number> {
	const left = firstPages(service).values();
	let pages = 0;
	const follow = async () => {
		for (const first of left)
			for (let url: string | undefined = first; url; pages++)
				url = nextOf(await bareGet(url, service.token), url);
	};
	await Promise.all([follow(), follow(), follow(), follow()]);
	return pages;
}

function nextOf(page: unknown, url: string): string | undefined {
	const link = isJsonObject(page) ? page['@odata.nextLink'] : undefined;
	return typeof link === 'string' ? url.split('?')[0] + new URL(link).search : undefined;
}
