const guid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** An address of Partner Center has fewer. */
const most = 6;

/** Wrappers within wrappers are somebody's joke. */
const mostWrappers = 3;

/**
 * The GUIDs in what somebody pasted, such as an address of Partner Center, each once and in lower case; of a link that a mail
 * program has wrapped, only those of the link itself, since the wrapper has some of its own.
 */
export function idsIn(pasted: string): readonly string[] {
	const found = undecorated(pasted).match(guid) ?? [];
	return [...new Set(found.map((id) => id.toLowerCase()))].slice(0, most);
}

/** What somebody pasted without what a mail program has put around it: its own address, brackets, the end of a sentence. */
export function undecorated(pasted: string): string {
	let text = bare(pasted);
	for (let layer = 0; layer < mostWrappers; layer++) {
		const within = wrapped(text);
		if (within === undefined) break;
		text = bare(within);
	}
	return text;
}

function bare(text: string): string {
	return text
		.trim()
		.slice(0, 5000)
		.replace(/^[<("'[“‘«]{1,5}/, '')
		.replace(/[>)"'\].,;:!?”’»…]{1,5}$/, '');
}

/** The address that Outlook, Proofpoint or Google lead to by way of their own. */
function wrapped(text: string): string | undefined {
	const [, inClear] = /^https:\/\/urldefense\.(?:com|us)\/v3\/__(.+?)__;/i.exec(text) ?? [];
	if (inClear) return inClear;
	const url = URL.parse(text);
	if (url?.hostname.endsWith('.safelinks.protection.outlook.com'))
		return url.searchParams.get('url') ?? undefined;
	const isOfGoogle = url?.hostname === 'www.google.com' && url.pathname === '/url';
	return (isOfGoogle && (url.searchParams.get('q') ?? url.searchParams.get('url'))) || undefined;
}
