import { endpointAt, isLoopback } from '../endpoint.ts';
import { ReferralsClient } from '../referralsClient.ts';
import { authorized, type TokenSource } from '../sending/authorized.ts';
import { identified } from '../sending/identified.ts';
import { logged } from '../sending/logged.ts';
import { type Retries, retrying } from '../sending/retrying.ts';
import { Scheduler, type SchedulerOptions } from '../sending/scheduler.ts';
import { type NetworkOptions, openNetwork } from './openNetwork.ts';
import { usualNetworkSettings } from './settings.ts';

/** What it takes to talk to a service. */
export interface Access extends Retries, SchedulerOptions {
	/** Address of the service, without `/referrals`. */
	readonly endpoint: string;
	readonly token: TokenSource;
	/** Hears that the token lacks a second factor. @returns whether the user has signed in anew for one */
	readonly factorWanted?: () => boolean;
	/** The editor's side of the network; without it, only the environment says which proxy to go by. */
	readonly network?: NetworkOptions;
}

/** A client with a network and a scheduler of its own, which stay open until closed. */
export interface OpenClient {
	readonly client: ReferralsClient;
	/** Decides when each request of the client is sent; knows of the pause that the service asks for. */
	readonly scheduler: Scheduler;
	/** Ends everything: rejects what waits and what is under way, and whatever is asked later. */
	close(): Promise<void>;
}

/**
 * A client for the real service over the network.
 * @throws {PartnerError} `endpointRefused`
 */
export function openPartnerCenter({
	endpoint: address,
	token,
	factorWanted,
	network: options,
	...world
}: Access): OpenClient {
	const endpoint = endpointAt(address);
	const network = openNetwork({ log: world.log, ...(isLoopback(endpoint) ? direct(options) : options) });
	const scheduler = new Scheduler(world);
	// Each attempt waits for its turn, so that one which waits to be repeated takes no place.
	const attempt = scheduler.wrap(identified(logged(network.send, world.log)));
	const send = authorized(retrying(attempt, world), endpoint, token, factorWanted);
	const close = async () => {
		scheduler.close();
		await network.close();
	};
	return { client: new ReferralsClient(send, endpoint), scheduler, close };
}

/** By no proxy, and so not by the editor's fetch, which goes by whatever proxy the editor has. */
function direct(options: NetworkOptions = {}): NetworkOptions {
	const { settings = () => usualNetworkSettings } = options;
	return { ...options, settings: () => ({ ...settings(), proxySupport: 'off', transport: 'undici' }) };
}
