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

declare module 'undici/lib/dispatcher/dispatcher.js' {
	export { Dispatcher as default } from 'undici';
}

declare module 'undici/lib/dispatcher/env-http-proxy-agent.js' {
	export { EnvHttpProxyAgent as default } from 'undici';
}

declare module 'undici/lib/interceptor/decompress.js' {
	import type { Dispatcher } from 'undici';
	export default function decompress(options: {
		skipErrorResponses?: boolean;
		maxSize?: number;
	}): Dispatcher.DispatcherComposeInterceptor;
}
