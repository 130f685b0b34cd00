/** How a customer's request begins. */
export const wishes = [
	...(['Wants to move two data centres to Azure before the lease ends.'] as const),
	'Looking for help with the roll-out of Microsoft 365 to field staff who share devices.',
	'Their ERP reaches end of support next year; they compare Dynamics 365 with staying where they are.',
	'Needs a partner who can train 80 teachers on Teams during the summer break.',
	'Asked for a proof of concept: cold-chain sensors, alerts on a phone, reports in Power BI.',
	'Security audit found shared administrator accounts. Wants conditional access and MFA in place soon.',
	'Le client souhaite moderniser son intranet et cherche un partenaire local.',
	'Sucht Unterstützung bei der Ablösung einer Access-Datenbank mit rund 200 Formularen.',
	'現行のファイルサーバーをSharePointへ移行したいとのご相談です。',
	'Two subsidiaries were acquired; mailboxes and identities have to be merged without downtime.',
	'Would like managed services for 35 SQL servers, follow-the-sun if possible.',
	'Filled in the form on our profile: "please call back, we do not know what we need yet".',
] as const;

/** How it goes on, or does not. */
export const remarks = [
	...(['', '', 'Budget approved.', 'Budget not confirmed yet.', 'Decision expected this quarter.'] as const),
	'Please contact the customer by mail first.',
	'They had a bad experience with the previous supplier, so references matter.',
	'Second meeting went well; waiting for their legal department.',
	'Contact prefers mornings (local time).',
	'Incumbent contract ends in spring.',
] as const;

/** What the inviting side writes to the partner. */
export const invitations = [
	'Could your team take this one? The customer asked for someone nearby.',
	'Hi, hoping you can help this customer. Happy to join the first call.',
	'Sharing as discussed at the partner day.',
	'You delivered something similar for their sister company, hence this referral.',
] as const;

/** Why a referral was lost or refused; free text on the wire. */
export const reasons = [
	'Customer has no budget',
	'Customer unresponsive',
	'Customer chose another vendor',
	"Could not meet the customer's requirements",
	'Timeline too short',
	'Other: project merged into a larger one',
] as const;

/** What a deal is called, before "for" and the customer. */
export const dealNames = [
	...(['Cloud migration', 'Data platform', 'Modern workplace roll-out', 'Security assessment'] as const),
	...(['Field service pilot', 'ERP renewal', 'Teams telephony', 'Managed SQL', 'Intranet relaunch'] as const),
	...(['IoT proof of concept', 'License optimisation', 'Training programme'] as const),
] as const;

/** Words a partner sorts its own referrals by. */
export const tags = ['priority', 'renewal', 'public sector', 'fy-end', 'nearshore', 'reference', 'at risk'];
