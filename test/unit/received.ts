import { type Received, readReferral } from '../../src/partner/referral.ts';

/** A referral as the client reads it from JSON, which must have an id. */
export function received(json: object): Received {
	const read = readReferral(json);
	if (read.kind !== 'received') throw new Error(`This is no referral: ${JSON.stringify(json)}`);
	return read;
}
