import type { PairCount } from './distribution.ts';
import { reasons, tags } from './phrases.ts';
import type { Random } from './random.ts';

type Extras = Readonly<Record<string, unknown>>;

/** The many properties that the service has added since its documentation, each on some referrals only. */
export function inventExtras(random: Random, pair: PairCount): Extras {
	const salesStage = random.pick(['Qualify', 'Develop', 'Propose', 'Close', '60', '100', null]);
	return {
		...externalReference(random),
		...statusReason(random, pair),
		...consent(random),
		...(random.percent(40) && { salesStage }),
		...(random.percent(25) && { tags: random.some(tags, 0, 3) }),
		...(random.percent(15) && { campaignId: `CAMP-${random.whole(100, 999)}` }),
		...(random.percent(15) && { favorite: random.percent(50) }),
		...(random.percent(5) && { isSpam: random.percent(20) }),
		...(random.percent(20) && { quality: 'Unknown', referralProgram: 'CoSell' }),
		...(random.percent(20) && { mpnId: String(random.whole(1_000_000, 9_999_999)) }),
		...(random.percent(10) && { createdVia: 'Portal', lastModifiedVia: 'Api', dealSensitivity: 'None' }),
		...(random.percent(6) && { trackingInfo: { sampleTrackingId: `7-${random.whole(1000, 9999)}` } }),
		...registration(random, pair),
	};
}

function externalReference(random: Random): Extras {
	const choice = random.pick(['absent', 'absent', 'empty', 'null', 'given']);
	switch (choice) {
		case 'absent':
			return {};
		case 'empty':
			return { externalReferenceId: '' };
		case 'null':
			return { externalReferenceId: null };
		default:
			return { externalReferenceId: `OPP-${random.whole(10000, 99999)}` };
	}
}

function statusReason(random: Random, { substatus }: PairCount): Extras {
	if (substatus === 'Lost' || substatus === 'Declined') {
		return { statusReason: random.pick([...reasons, null]) };
	}
	return random.percent(10) ? { statusReason: null } : {};
}

/** The first name has its "To" twice on the wire. */
function consent(random: Random): Extras {
	if (random.percent(15)) {
		return {};
	}
	return {
		consent: {
			...(random.percent(60) && { consentToToShareInfoWithOthers: random.percent(70) }),
			...(random.percent(25) && { consentToShareReferralWithMicrosoftSellers: random.percent(50) }),
			consentToContact: random.percent(85),
		},
	};
}

function registration(random: Random, { status, substatus }: PairCount): Extras {
	if (substatus !== 'Won' || random.percent(60)) {
		return random.percent(20) ? { registrations: [], registrationStatus: 'None' } : {};
	}
	const registrationStatus = random.pick(['ReviewPending', 'None', 'Approved']);
	const contract = { value: random.whole(10, 900) * 1000, currency: 'USD', term: 12 };
	return {
		registrationStatus,
		registrations: [{ id: random.guid(), status, statusReason: null, contract, solutionDetails: [] }],
	};
}
