import { PartnerError } from '../error.ts';
import type { NetworkSettings } from './settings.ts';

/** The proxies to go by; an empty address means none. */
export interface Proxies {
	readonly httpProxy: string;
	readonly httpsProxy: string;
	/** Hosts that need no proxy, separated by commas; when missing, the environment says. */
	readonly noProxy?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxies that the settings name, or else the environment, in the order in which VS Code looks.
 * @throws {PartnerError} `proxyUnusable`
 */
export function proxiesOf(settings: NetworkSettings, env: Environment): Proxies {
	const { proxy, noProxy, proxySupport } = settings;
	if (proxySupport === 'off') return { httpProxy: '', httpsProxy: '' };
	const forHttp = proxy || env['http_proxy'] || env['HTTP_PROXY'] || '';
	const forHttps = proxy || env['https_proxy'] || env['HTTPS_PROXY'] || forHttp;
	return {
		httpProxy: addressOf(forHttp),
		httpsProxy: addressOf(forHttps),
		...(noProxy.length > 0 ? { noProxy: noProxy.join(',') } : {}),
	};
}

function addressOf(text: string): string {
	if (!text) return '';
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
	// With an h, the proxy looks up names; it always does here.
	const url = URL.parse(address.replace(/^socks5h:/i, 'socks5:'));
	if (!url || !/^(https?|socks5?):$/.test(url.protocol))
		throw new PartnerError('proxyUnusable', { code: 'PROXY_ADDRESS' });
	url.username = unambiguous(url.username);
	url.password = unambiguous(url.password);
	return url.href;
}

/** A `%` that begins no escape stands for itself, as in a password that was put in as it is. */
function unambiguous(text: string): string {
	const escaped = text.replace(/%(?![\da-f]{2})/gi, '%25');
	try {
		decodeURIComponent(escaped);
		return escaped;
	} catch {
		return text.replaceAll('%', '%25');
	}
}
