import { longest } from '../text/longest.ts';

/** What may be told of a token: whom it is for and how it was come by, never itself. */
export interface TokenFacts {
	readonly audience: string | undefined;
	readonly tenant: string | undefined;
	readonly application: string | undefined;
	readonly scopes: string | undefined;
	/** How the user signed in, such as `pwd mfa`. */
	readonly methods: string | undefined;
}

/**
 * The facts in a token that is a JSON Web Token, which it need not be: Microsoft says that only its service may rely on
 * that. Nothing is verified, since nothing depends on it.
 */
export function tokenFactsIn(token: string): TokenFacts | undefined {
	if (token.length > longest.token) return undefined;
	const [, payload, signature] = token.split('.');
	if (!payload || signature === undefined) return undefined;
	const claims = claimsIn(payload);
	return (
		claims && {
			audience: wordIn(claims['aud']),
			tenant: wordIn(claims['tid']),
			application: wordIn(claims['appid']) ?? wordIn(claims['azp']),
			scopes: wordIn(claims['scp']),
			methods: wordIn(claims['amr']),
		}
	);
}

function claimsIn(payload: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
		return typeof claims === 'object' && claims !== null
			? Object.fromEntries(Object.entries(claims))
			: undefined;
	} catch {
		return undefined;
	}
}

/** Ids, addresses and codes, one or several; of anything else nothing is told. */
function wordIn(claim: unknown): string | undefined {
	const text = Array.isArray(claim) ? claim.join(' ') : claim;
	return typeof text === 'string' && /^[\w.:/ -]{1,500}$/.test(text) ? text : undefined;
}
