import { PartnerError } from '../partner/error.ts';
import { longest } from '../text/longest.ts';

/**
 * The editor and its account providers have no code for a window that was closed or a question that was answered with no:
 * these words, which they don't translate, are the only sign. That nobody answered in time, or that no provider is there, is
 * a failure, since the user waits for what comes of it.
 */
const declined = /^(?:Error: )?(?:user_cancell?ed\b|User (?:did not consent|cancell?ed)\b|Cancell?ed\.?$)/i;

/** Microsoft Entra's code for a user who has said no to what an application asks for. */
const consentDeclined = 'AADSTS65004';

/** Whether the user said no, or closed what asked. */
export function isDeclined(error: unknown): boolean {
	if (error instanceof Error && error.name === 'Canceled') return true;
	const text = textOf(error);
	return codeIn(text) === consentDeclined || declined.test(text);
}

/** Keeps only Microsoft Entra's code of a failure: the text may name the user or the tenant. */
export function signInFailure(error: unknown): PartnerError {
	if (error instanceof PartnerError) return error;
	const code = codeIn(textOf(error)) ?? (error instanceof Error ? error.name : undefined);
	return new PartnerError('signInFailed', { code });
}

function textOf(error: unknown): string {
	const text = error instanceof Error ? error.message : error;
	return typeof text === 'string' ? text.slice(0, longest.signInError).trim() : '';
}

function codeIn(text: string): string | undefined {
	return /\bAADSTS\d{4,9}\b/.exec(text)?.[0];
}
