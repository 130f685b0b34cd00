import type { SampleReferral } from './sampleReferral.ts';

/** A referral whose lists of one are that one alone, as the service sends them now and then. */
export function oneForList(referral: SampleReferral): SampleReferral {
	const { team, customerProfile } = referral;
	return {
		...referral,
		...(team && { team: alone(team) }),
		customerProfile: { ...customerProfile, team: alone(customerProfile['team']) },
		...('registrations' in referral && { registrations: alone(referral['registrations']) }),
	};
}

function alone<List>(list: List): List | (List extends readonly (infer One)[] ? One : never) {
	return Array.isArray(list) && list.length === 1 ? list[0] : list;
}
