import { homedir } from 'node:os';
import { join } from 'node:path';
import { env, platform } from 'node:process';

/**
 * The folder of this user where fetched programs are kept, so that every clone shares one copy.
 * PARTNER_REFERRALS_CACHE names another one.
 */
export function cacheFolder() {
	return env['PARTNER_REFERRALS_CACHE'] || join(userCaches(), 'partner-referrals');
}

function userCaches() {
	if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
	if (platform === 'win32') return env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
	return env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
}
