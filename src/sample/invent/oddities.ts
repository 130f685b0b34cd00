import type { SampleReferral } from './sampleReferral.ts';

/** A way in which a few referrals differ from the rest. */
interface Oddity {
	/** How many referrals have it. */
	readonly rows: number;
	readonly apply: (referral: SampleReferral) => SampleReferral;
}

/**
 * The rare oddities, by name: what the service has been seen to send, values that are too new for any
 * documentation, and what outsiders can write into free text.
 */
export const oddities = {
	qualificationUnknown: changed(6, () => ({ qualification: 'AIQualified' })),
	typeUnknown: changed(4, () => ({ type: 'Hybrid' })),
	dealValueAsText: changed(1, ({ details }) => ({
		details: { ...details, dealValue: '125000.50', currency: 'USD' },
	})),
	dealValueZero: inDetails({ dealValue: 0, currency: 'EUR' }),
	dealValueHuge: inDetails({ dealValue: 1e15, currency: 'JPY' }),
	dealValueWithoutCurrency: inDetails({ dealValue: 42000, currency: null }),
	currencyLowerCase: inDetails({ dealValue: 1500, currency: 'usd' }),
	currencyUnknown: inDetails({ dealValue: 1500, currency: 'ZZZ' }),
	notesAbsent: inDetails({ notes: undefined }),
	notesNull: inDetails({ notes: null }),
	notesVeryLong: inDetails({ notes: longNotes() }),
	notesHtml: inDetails({
		notes: '<b>Urgent</b> &amp; &lt;important&gt; <img src=x onerror=alert(1)><script>alert(2)</script>',
	}),
	notesMarkdown: inDetails({
		notes:
			'# Hello\n[click here](command:workbench.action.closeWindow) ![](https://example.com/x.png) `code`',
	}),
	notesFormula: inDetails({ notes: '=HYPERLINK("https://example.com","Open invoice")' }),
	nameFormula: named('=1+1'),
	nameAtSign: named('@SUM(A1:A9)'),
	nameEmoji: named('🚀 Cloud für alle 👩‍💻 — phase 2'),
	nameRightToLeft: named('مشروع الترحيل إلى السحابة (2)'),
	nameMarkup: named('<i>Fabrikam</i> $(alert) **bold** &quot;quoted&quot;'),
	nameManyLines: named('Fabrikam roll-out\r\nsecond line\tafter a tab'),
	nameVeryLong: named(`Framework agreement ${'and extension '.repeat(30)}`),
	nameEmpty: named(''),
	nameBlank: named('   '),
	customerRightToLeft: customer({ name: 'בנק דוגמה בע"מ' }),
	customerNameless: changed(2, ({ name: _, customerProfile }) => ({
		name: undefined,
		customerProfile: { ...customerProfile, name: null },
	})),
	customerBidiOverride: customer({ name: 'Litware \u202Efdp.exe\u202C Ltd' }),
	customerComma: customer({ name: 'Proseware, "Sons", & Daughters; Ltd' }),
	customerTeamNull: customer({ team: null }),
	contactNull: customer({
		team: [{ firstName: null, lastName: null, phoneNumber: null, email: null, contactPreference: null }],
	}),
	contactPreferenceEmpty: customer({
		team: [
			{
				firstName: 'Ada',
				lastName: 'Weber',
				contactPreference: { locale: null, disableNotifications: null },
			},
		],
	}),
	countryLowerCase: changed(3, ({ customerProfile }) => ({
		customerProfile: { ...customerProfile, address: { ...customerProfile.address, country: 'us' } },
	})),
	unknownFields: changed(5, ({ customerProfile, details }) => ({
		futureField: { nested: [1, null, { deep: true }] },
		customerProfile: { ...customerProfile, loyaltyTier: 'Gold' },
		details: { ...details, carbonEstimate: { tonnes: 1.5 } },
	})),
	closedAtTheBeginningOfTime: changed(2, () => ({ closedDateTime: '0001-01-01T00:00:00' })),
	expirationNotADate: changed(1, () => ({ expirationDateTime: 'soon' })),
	linksAbsent: changed(2, () => ({ links: undefined })),
	detailsAbsent: changed(1, () => ({ details: undefined })),
} as const satisfies Record<string, Oddity>;

function changed(rows: number, change: (referral: SampleReferral) => Partial<SampleReferral>): Oddity {
	return { rows, apply: (referral) => ({ ...referral, ...change(referral) }) };
}

function inDetails(details: Readonly<Record<string, unknown>>): Oddity {
	return changed(2, (referral) => ({ details: { ...referral.details, ...details } }));
}

function named(name: string): Oddity {
	return changed(2, () => ({ name }));
}

function customer(profile: Readonly<Record<string, unknown>>): Oddity {
	return changed(2, ({ customerProfile }) => ({ customerProfile: { ...customerProfile, ...profile } }));
}

/** About 8,000 characters in paragraphs, with both kinds of line breaks. */
function longNotes(): string {
	const paragraph = 'The customer described the present landscape at length, system by system. '.repeat(6);
	return `${paragraph}\r\n\r\n- servers: 40\n- sites: 12\n\n`.repeat(16);
}
