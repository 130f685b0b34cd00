import { statSync } from 'node:fs';
import { installed } from '../ui/installed.ts';
import { packageFiles } from '../ui/packageFiles.ts';
import { startBytes } from '../ui/startBytes.ts';
import type { Figure } from './samples.ts';

/** How much there is to download, and how much of it is loaded when the extension is activated. */
export async function measureBundle(): Promise<readonly Figure[]> {
	const vsix = installed.partnerReferrals;
	const figure = { limit: '', unit: 'KB' };
	return [
		{
			...figure,
			id: 'bundle',
			ours: 'code loaded at activation',
			aim: 25,
			samples: { ours: [startBytes(await packageFiles(vsix)) / 1000], limit: [] },
		},
		{
			...figure,
			id: 'vsix',
			ours: 'the whole package, as it is downloaded',
			aim: 412,
			samples: { ours: [statSync(vsix).size / 1000], limit: [] },
		},
	];
}
