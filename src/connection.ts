import type { LogOutputChannel } from 'vscode';
import type { Auth } from './auth.ts';
import { readSettings } from './settings.ts';
import type { Connection } from './views/connection.ts';

/**
 * Connects to what the settings name. The code for it is loaded only now, and nothing is requested yet.
 * @returns undefined when the user has to sign in first
 * @throws {PartnerError} `endpointRefused`
 */
export async function connect(auth: Auth, log: LogOutputChannel): Promise<Connection | undefined> {
	const { source, endpoint } = readSettings();
	const write = (line: string) => log.info(line);
	if (source === 'sample') {
		const { openSample } = await import('./sample/openSample.ts');
		return { source, client: openSample(write), close: async () => {} };
	}
	if (!(await auth.session())) return undefined;
	const { openPartnerCenter } = await import('./partner/openPartnerCenter.ts');
	return { source, ...openPartnerCenter({ endpoint, token: () => auth.token(), log: write }) };
}
