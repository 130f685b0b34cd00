// Writes the bundle that translators begin with, from what the source translates.
import { writeFile } from 'node:fs/promises';
import { sources } from './sources.ts';
import { translationsIn } from './translations.ts';

const keys = [...sources().values()].flatMap((file) => translationsIn(file).flatMap(({ key }) => key ?? []));
const words = Object.fromEntries([...new Set(keys)].sort().map((key) => [key, key.split('/')[0]]));
const bundle = new URL('../../media/l10n/bundle.l10n.json', import.meta.url);
await writeFile(bundle, `${JSON.stringify(words, null, '\t')}\n`);
