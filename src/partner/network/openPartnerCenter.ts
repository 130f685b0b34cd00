import { authorized, type TokenSource } from '../authorized.ts';
import { endpointAt } from '../endpoint.ts';
import { identified } from '../identified.ts';
import { logged } from '../logged.ts';
import { ReferralsClient } from '../referralsClient.ts';
import { type Retries, retrying } from '../retrying.ts';
import { type NetworkOptions, openNetwork } from './openNetwork.ts';

/** What it takes to talk to a service. */
export interface Access extends Retries {
	/** Address of the service, without `/referrals`. */
	readonly endpoint: string;
	readonly token: TokenSource;
	/** The editor's side of the network; without it, only the environment says which proxy to go by. */
	readonly network?: NetworkOptions;
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
export function openPartnerCenter({
	endpoint: address,
	token,
	network: options,
	...retries
}: Access): OpenClient {
	const endpoint = endpointAt(address);
	const network = openNetwork({ log: retries.log, ...options });
	const answering = retrying(identified(logged(network.send, retries.log)), retries);
	const send = authorized(answering, endpoint, token);
	return { client: new ReferralsClient(send, endpoint), close: network.close };
}
