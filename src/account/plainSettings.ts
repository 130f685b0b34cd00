/** The user's settings, as plain values; what each means stands in the manifest. */
export interface Settings {
	readonly source: 'partnerCenter' | 'sample';
	readonly endpoint: string;
	readonly clientId: string;
	readonly tenantId: string;
	readonly scopes: readonly string[];
}

/**
 * The settings out of what the user wrote, which may be of any type: what is no text counts as none.
 * @param usualScopes instead of none, without which the editor would ask for another service's token
 */
export function settingsIn(
	written: Readonly<Record<keyof Settings, unknown>>,
	usualScopes: () => unknown,
): Settings {
	const scopes = wordsIn(written.scopes);
	return {
		source: written.source === 'sample' ? 'sample' : 'partnerCenter',
		endpoint: textIn(written.endpoint),
		clientId: textIn(written.clientId),
		tenantId: textIn(written.tenantId),
		scopes: scopes.length > 0 ? scopes : wordsIn(usualScopes()),
	};
}

/** A list of texts; one text that was written for a list may have several words, as scopes are written elsewhere. */
function wordsIn(value: unknown): readonly string[] {
	const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
	return texts.flatMap((text) => textIn(text).split(/\s+/)).filter((word) => word !== '');
}

function textIn(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
