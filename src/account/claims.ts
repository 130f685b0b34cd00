import { longest } from '../text/longest.ts';

const parameter = /(?:^|[\s,])claims\s*=\s*"?([A-Za-z0-9+/_-]+={0,2})(?:"|[\s,]|$)/i;

/**
 * The claims that a service asks for in its `WWW-Authenticate` header, as base64 of a JSON object; undefined when there are
 * none, or none that can be read. Nothing else of the header is used: it comes from whoever answers, and a scope in it
 * would choose what the token is for.
 */
export function claimsIn(header: string | undefined): string | undefined {
	if (!header || header.length > longest.challenge) return undefined;
	const encoded = parameter.exec(header)?.[1];
	const bytes = encoded && Buffer.from(encoded, 'base64url');
	return bytes && isJsonObject(bytes) ? bytes.toString('base64') : undefined;
}

/** The challenge that the editor is given: with these claims, and without scopes, so that it takes ours. */
export function challengeWith(claims: string): string {
	return `Bearer claims="${claims}", error="insufficient_claims"`;
}

function isJsonObject(bytes: Uint8Array): boolean {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}
