import { type NetworkSettings, usualNetworkSettings } from '../../../../src/partner/network/settings.ts';

/** Settings in which some things were set, for a network that goes by undici alone unless said otherwise. */
export function networkSet(settings: Partial<NetworkSettings>): () => NetworkSettings {
	return () => ({ ...usualNetworkSettings, transport: 'undici', ...settings });
}

/**
 * Lets a suite know nothing of the proxies that this computer has set, nor of others that trust or set something.
 */
export function withoutProxiesOfThisComputer(): void {
	const isAbout = ([name]: [string, unknown]) => /_proxy$/i.test(name);
	const forget = () => {
		for (const [name] of Object.entries(process.env).filter(isAbout)) delete process.env[name];
	};
	const kept = Object.fromEntries(Object.entries(process.env).filter(isAbout));
	before(forget);
	afterEach(forget);
	after(() => Object.assign(process.env, kept));
}
