/** What people set about their network, as plain values; the names of VS Code's own settings stand with them. */
export interface NetworkSettings {
	/** Who carries requests: `undici`, the `editor`'s own fetch, or of the two whichever gets through (`auto`). */
	readonly transport: 'auto' | 'undici' | 'editor';
	/** `http.proxy`, an address that may hold credentials; empty means what the environment says. */
	readonly proxy: string;
	/** `http.noProxy`: hosts that need no proxy; empty means what the environment says. */
	readonly noProxy: readonly string[];
	/** `http.proxySupport`: `off` means no proxy at all, whatever else is set. */
	readonly proxySupport: string;
	/** `http.proxyStrictSSL`: whether the certificate of the proxy, and of nobody else, is verified. */
	readonly proxyStrictSSL: boolean;
	/** `http.proxyAuthorization`: the value of the header `Proxy-Authorization`; empty means what the address holds. */
	readonly proxyAuthorization: string;
	/** `http.systemCertificates`: whether authorities that the system trusts are trusted, too. */
	readonly systemCertificates: boolean;
}

/** What holds where nobody set anything. */
export const usualNetworkSettings: NetworkSettings = {
	transport: 'auto',
	proxy: '',
	noProxy: [],
	proxySupport: 'override',
	proxyStrictSSL: true,
	proxyAuthorization: '',
	systemCertificates: true,
};
