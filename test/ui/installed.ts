import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../workbench/repository.ts';

/** What can be installed in a window. */
export const installed = {
	/** Partner Referrals as people get it: run `npm run package` first. */
	partnerReferrals: join(repository, 'dist', 'partner-referrals.vsix'),
	/** Microsoft accounts without Microsoft; the token is that of PARTNER_REFERRALS_TEST_TOKEN. */
	microsoftAccounts: fileURLToPath(new URL('microsoft-authentication', import.meta.url)),
};
