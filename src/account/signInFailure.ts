import { PartnerError } from '../partner/error.ts';

/** Whether the user said no. The editor gives no code for that; its words are the only sign. */
export function isDeclined(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return error.name === 'Canceled' || error.message.startsWith('User did not consent');
}

/** Keeps only Microsoft Entra's code of a failure: the text may name the user or the tenant. */
export function signInFailure(error: unknown): PartnerError {
	if (error instanceof PartnerError) return error;
	const code = error instanceof Error ? (/AADSTS\d+/.exec(error.message)?.[0] ?? error.name) : undefined;
	return new PartnerError('signInFailed', { code });
}
