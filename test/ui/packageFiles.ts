import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** What is in a package (.vsix), by name. */
export async function packageFiles(vsix: string): Promise<ReadonlyMap<string, Buffer>> {
	const zip = await openPromise(vsix);
	const files = new Map<string, Buffer>();
	for await (const entry of zip.eachEntry())
		files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
	return files;
}
