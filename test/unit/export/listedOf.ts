import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { received } from '../received.ts';

/** A referral as lists have it. */
export function listedOf(json: object): ListedReferral {
	return new ListedReferral(received(json), { whole: false });
}
