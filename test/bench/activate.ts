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
const empty = 'partner-referrals-bench.empty-twin';

/** Rounds that only warm up: files are read from the disk for the first time. */
const warmUp = 1;

/**
 * From asking the editor for the activation of the extension until it is done, each time in a fresh extension host, and the
 * same of a twin that contributes the same and does nothing. Who is first takes turns.
 */
export async function measureActivation(rounds: number): Promise<readonly Figure[]> {
	const folder = new TemporaryFolder('activation');
	const [extension, twin] = [join(folder.path, 'ours'), join(folder.path, 'twin')];
	await unpack(extension);
	await makeTwin(extension, twin);
	await writeFile(join(folder.path, 'order.json'), JSON.stringify(orderOf(0)));
	const { window, close } = await openWindow({
		extensions: [probe, extension, twin],
		env: { ACTIVATION_PROBE: folder.path },
	});
	const taken: Taken[] = [];
	try {
		for (let round = 0; round < warmUp + rounds; round++) {
			if (round > 0) await window.reload();
			taken.push(await takenIn(folder.path));
			await writeFile(join(folder.path, 'order.json'), JSON.stringify(orderOf(round + 1)));
		}
	} finally {
		await close();
		folder.remove();
	}
	const sample = (id: string) => taken.slice(warmUp).map((each) => each[id] ?? Number.NaN);
	return [
		{
			id: 'activate',
			ours: 'activation in a fresh extension host',
			limit: 'the same with an empty `activate` and the same contributions',
			aim: 1.3,
			unit: 'ms',
			samples: { ours: sample(ours), limit: sample(empty) },
		},
	];
}

/** Milliseconds, by extension. */
type Taken = Readonly<Record<string, number>>;

function orderOf(round: number): readonly string[] {
	return round % 2 === 0 ? [ours, empty] : [empty, ours];
}

async function unpack(extension: string): Promise<void> {
	for (const [name, content] of await packageFiles(installed.partnerReferrals)) {
		if (!name.startsWith('extension/')) continue;
		const file = join(extension, name.slice('extension/'.length));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
	}
}

/** All names are others, since two extensions can't have the same command or view. */
async function makeTwin(extension: string, twin: string): Promise<void> {
	await cp(extension, twin, { recursive: true });
	const text = await readFile(join(extension, 'package.json'), 'utf8');
	const manifest = JSON.parse(text.replaceAll('partnerReferrals', 'emptyTwin'));
	const [publisher, name] = empty.split('.');
	await writeFile(join(twin, 'package.json'), JSON.stringify({ ...manifest, publisher, name }));
	await rm(join(twin, 'dist'), { recursive: true });
	await mkdir(join(twin, 'dist'));
	await writeFile(join(twin, 'dist', 'extension.js'), 'export function activate() {}\n');
}

async function takenIn(folder: string): Promise<Taken> {
	const file = join(folder, 'taken.json');
	const text = await eventually(() => readFile(file, 'utf8'));
	await rename(file, join(folder, 'taken-before.json'));
	const taken: Taken & { error?: unknown } = JSON.parse(text);
	if (taken.error) throw new Error(`${taken.error}`);
	return taken;
}
