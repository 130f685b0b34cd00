import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../ui/eventually.ts';
import { openWindow } from '../ui/harness.ts';
import { installed } from '../ui/installed.ts';
import { packageFiles } from '../ui/packageFiles.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import type { Figure } from './samples.ts';

const probe = fileURLToPath(new URL('activation-probe', import.meta.url));
const ours = 'partner-referrals.partner-referrals';

/** Extensions that contribute the same and do nothing; the second at least gets hold of the editor's API. */
const twins = {
	'partner-referrals-bench.empty': '',
	'partner-referrals-bench.importing': "import 'vscode';\n",
} as const;
type Twin = keyof typeof twins;
const all = [ours, ...Object.keys(twins)];

/** Rounds that only warm up: files are read from the disk for the first time. */
const warmUp = 1;

/** From asking the editor for an activation until it is done, each time in a fresh extension host. Who is first takes turns. */
export async function measureActivation(rounds: number): Promise<readonly Figure[]> {
	const folder = new TemporaryFolder('activation');
	const extensions = await writeExtensions(folder.path);
	await writeOrder(0, folder.path);
	const { window, close } = await openWindow({
		extensions: [probe, ...extensions],
		env: { ACTIVATION_PROBE: folder.path },
	});
	const taken: Taken[] = [];
	try {
		for (let round = 0; round < warmUp + rounds; round++) {
			if (round > 0) await window.reload();
			taken.push(await takenIn(folder.path));
			await writeOrder(round + 1, folder.path);
		}
	} finally {
		await close();
		folder.remove();
	}
	const sample = (id: string) => taken.slice(warmUp).map((each) => each[id] ?? Number.NaN);
	const against = (twin: Twin) => ({ unit: 'ms', samples: { ours: sample(ours), limit: sample(twin) } });
	const what = { ours: 'activation in a fresh extension host', aim: 1.3 };
	return [
		{
			...{ id: 'activate', ...what, ...against('partner-referrals-bench.empty') },
			limit: 'the same with an empty `activate` and the same contributions',
		},
		{
			...{ id: 'activate, importing', ...what, ...against('partner-referrals-bench.importing') },
			limit: "the same with an empty `activate` that has imported the editor's API",
		},
	];
}

/** Milliseconds, by extension. */
type Taken = Readonly<Record<string, number>>;

async function writeOrder(round: number, folder: string): Promise<void> {
	const first = round % all.length;
	const order = [...all.slice(first), ...all.slice(0, first)];
	await writeFile(join(folder, 'order.json'), JSON.stringify(order));
}

async function writeExtensions(folder: string): Promise<readonly string[]> {
	const extension = join(folder, 'ours');
	await unpack(extension);
	await sleepUntilAsked(extension);
	const made = Object.entries(twins).map(([id, imports]) => makeTwin(id, imports, extension));
	return [extension, ...(await Promise.all(made))];
}

async function unpack(extension: string): Promise<void> {
	for (const [name, content] of await packageFiles(installed.partnerReferrals)) {
		if (!name.startsWith('extension/')) continue;
		const file = join(extension, name.slice('extension/'.length));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
	}
}

/** So that what is measured hasn't happened by then; twins are made after it. */
async function sleepUntilAsked(extension: string): Promise<void> {
	const file = join(extension, 'package.json');
	const manifest: { readonly activationEvents: readonly string[] } = JSON.parse(await readFile(file, 'utf8'));
	const activationEvents = manifest.activationEvents.filter((event) => event !== 'onStartupFinished');
	await writeFile(file, JSON.stringify({ ...manifest, activationEvents }));
}

/** All names are others, since two extensions can't have the same command or view. */
async function makeTwin(id: string, imports: string, extension: string): Promise<string> {
	const twin = `${extension}-${id}`;
	const [publisher, name = ''] = id.split('.');
	await cp(extension, twin, { recursive: true });
	const text = await readFile(join(extension, 'package.json'), 'utf8');
	const manifest = JSON.parse(text.replaceAll('partnerReferrals', name));
	await writeFile(join(twin, 'package.json'), JSON.stringify({ ...manifest, publisher, name }));
	await rm(join(twin, 'dist'), { recursive: true });
	await mkdir(join(twin, 'dist'));
	await writeFile(join(twin, 'dist', 'extension.js'), `${imports}export function activate() {}\n`);
	return twin;
}

async function takenIn(folder: string): Promise<Taken> {
	const file = join(folder, 'taken.json');
	const text = await eventually(() => readFile(file, 'utf8'));
	await rename(file, join(folder, 'taken-before.json'));
	const taken: Taken & { error?: unknown } = JSON.parse(text);
	if (taken.error) throw new Error(`${taken.error}`);
	return taken;
}
