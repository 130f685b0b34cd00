import assert from 'node:assert/strict';
import { type FailureKind, PartnerError } from '../../../src/partner/error.ts';

/** The `PartnerError` that a call throws or rejects with, which must be of the kind. */
export async function failing(kind: FailureKind, call: () => unknown): Promise<PartnerError> {
	const error = await outcomeOf(call);
	assert.ok(error instanceof PartnerError, `expected ${kind}, got ${error}`);
	assert.equal(error.kind, kind);
	return error;
}

async function outcomeOf(call: () => unknown): Promise<unknown> {
	try {
		await call();
	} catch (error) {
		return error;
	}
	return 'no failure';
}
