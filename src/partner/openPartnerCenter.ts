import { authorized } from './authorized.ts';
import { endpointAt } from './endpoint.ts';
import { identified } from './identified.ts';
import { logged } from './logged.ts';
import { openNetwork } from './network.ts';
import { ReferralsClient } from './referralsClient.ts';

/** What it takes to talk to a service. */
export interface Access {
	/** Address of the service, without `/referrals`. */
	readonly endpoint: string;
	/** The user's token at this moment; rejects with a `PartnerError` when there is none. */
	readonly token: () => Promise<string>;
	/** Takes one line a request. */
	readonly log: (line: string) => void;
}

/** A client with a network of its own, which stays open until closed. */
export interface OpenClient {
	readonly client: ReferralsClient;
	close(): Promise<void>;
}

/**
 * A client for the real service over the network.
 * @throws {PartnerError} `endpointRefused`
 */
export function openPartnerCenter({ endpoint: address, token, log }: Access): OpenClient {
	const endpoint = endpointAt(address);
	const network = openNetwork();
	const send = authorized(identified(logged(network.send, log)), endpoint, token);
	return { client: new ReferralsClient(send, endpoint), close: network.close };
}
