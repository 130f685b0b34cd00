// npm start [-- --port 8080] [--theme 'Default Light Modern'] [--no-build]
import { parseArgs } from 'node:util';
import { buildExtension } from './buildExtension.ts';
import { exitOnSignals } from './exitOnSignals.ts';
import { repository } from './repository.ts';
import { sampleSettings } from './sampleSettings.ts';
import { startWorkbench } from './startWorkbench.ts';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		theme: { type: 'string', default: 'Default Dark Modern' },
		'no-build': { type: 'boolean', default: false },
	},
});

exitOnSignals();
try {
	if (!values['no-build']) buildExtension();
	const { url } = await startWorkbench({
		developed: repository,
		port: Number(values.port),
		settings: { ...sampleSettings, 'workbench.colorTheme': values.theme },
	});
	console.log(`
VS Code is running, with Partner Referrals and its sample tenant in it.

    ${url}

Open this address in a browser and choose Partner Referrals in the activity bar on the left.
After a change: node esbuild.mjs, then "Developer: Reload Window" from the command palette (F1).
Ctrl+C stops it.`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
