import { closed } from '../error.ts';
import type { Ask, Reply } from '../send.ts';
import { type Fetch, networkByEditor } from './byEditor.ts';
import { networkByEither } from './byEither.ts';
import { networkByUndici } from './byUndici.ts';
import { inTime } from './inTime.ts';
import type { Network } from './network.ts';
import { type Patience, usualPatience } from './patience.ts';
import { type NetworkSettings, usualNetworkSettings } from './settings.ts';

export interface NetworkOptions {
	/** The settings at this moment. They are read with each request, and the next request goes by them. */
	readonly settings?: () => NetworkSettings;
	/** The editor's own fetch; without it, everything goes by undici. */
	readonly fetch?: Fetch | undefined;
	readonly patience?: Patience;
	/** Takes one line for each change of way. */
	readonly log?: (line: string) => void;
}

/** Opens a way to the network, through the proxies that the settings or the environment name. */
export function openNetwork(options: NetworkOptions = {}): Network {
	const { settings: read = () => usualNetworkSettings } = options;
	const open = new Set<Used>();
	let present: Used | undefined;
	let isClosed = false;

	const used = (): Used => {
		const settings = read();
		const key = JSON.stringify(settings);
		if (present?.key === key) return present;
		present?.retire();
		present = new Used(key, networkFor(settings, options), (gone) => open.delete(gone));
		open.add(present);
		return present;
	};
	return {
		send: async (ask) => {
			if (isClosed) throw closed();
			return used().send(ask);
		},
		close: async () => {
			isClosed = true;
			await Promise.all([...open].map((each) => each.close()));
		},
	};
}

function networkFor(settings: NetworkSettings, options: NetworkOptions): Network {
	const { patience = usualPatience } = options;
	const { send, close } = wayFor(settings, options, patience);
	return { send: inTime(send, patience.whole), close };
}

function wayFor(settings: NetworkSettings, options: NetworkOptions, patience: Patience): Network {
	const { fetch, log = () => {} } = options;
	const { transport } = settings;
	// The editor's fetch would check no certificate then.
	const isUnchecked = process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
	if (!fetch || transport === 'undici' || isUnchecked) return networkByUndici(settings, patience);
	const editor = networkByEditor(fetch, patience);
	if (transport === 'editor') return editor;
	const undici = networkByUndici(settings, patience);
	return networkByEither({ undici, editor, rest: patience.secondWay, log });
}

/** A network for certain settings; once retired, it closes when nothing is under way on it. */
class Used {
	readonly key: string;
	readonly #network: Network;
	readonly #gone: (used: Used) => void;
	#underWay = 0;
	#retired = false;

	constructor(key: string, network: Network, gone: (used: Used) => void) {
		this.key = key;
		this.#network = network;
		this.#gone = gone;
	}

	async send(ask: Ask): Promise<Reply> {
		this.#underWay++;
		try {
			return await this.#network.send(ask);
		} finally {
			this.#underWay--;
			this.#closeIfDone();
		}
	}

	retire(): void {
		this.#retired = true;
		this.#closeIfDone();
	}

	async close(): Promise<void> {
		this.#gone(this);
		await this.#network.close();
	}

	#closeIfDone(): void {
		if (this.#retired && this.#underWay === 0) this.close().catch(() => {});
	}
}
