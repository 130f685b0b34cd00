// The package's main module loads everything it has (fetch, WebSocket, mocks) and claims process-wide globals;
// these modules of it do neither, but carry no types of their own.
declare module 'undici/lib/api/api-request.js' {
	import type { Dispatcher } from 'undici';
	export default function request(
		this: Dispatcher,
		options: Dispatcher.RequestOptions,
	): Promise<Dispatcher.ResponseData>;
}

declare module 'undici/lib/api/api-connect.js' {
	import type { Dispatcher } from 'undici';
	export default function connect(
		this: Dispatcher,
		options: Dispatcher.ConnectOptions,
	): Promise<Dispatcher.ConnectData>;
}

declare module 'undici/lib/core/connect.js' {
	export { buildConnector as default } from 'undici';
}

declare module 'undici/lib/dispatcher/pool.js' {
	import type { Dispatcher, Pool as PoolTypes } from 'undici';
	export default class Pool extends Dispatcher {
		constructor(origin: string | URL, options?: PoolTypes.Options);
	}
}

declare module 'undici/lib/dispatcher/env-http-proxy-agent.js' {
	import type { EnvHttpProxyAgent as Agent, buildConnector, Dispatcher, Pool } from 'undici';

	/** What undici gives to those who make its connections for it. */
	type Connections = Pool.Options & { connect: buildConnector.connector };
	export default class EnvHttpProxyAgent extends Dispatcher {
		constructor(
			options: Omit<Agent.Options, 'factory' | 'clientFactory'> & {
				factory: (origin: string | URL, options: Connections) => Dispatcher;
				clientFactory: (origin: URL, options: Connections) => Dispatcher;
			},
		);
	}
}
