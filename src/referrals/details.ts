import type { JsonObject } from '../partner/json.ts';
import type { Received } from '../partner/referral.ts';
import { type Field, fieldsIn } from './detailsFields.ts';
import { labelOf } from './label.ts';
import { oneLine } from './oneLine.ts';
import { descriptionOf, type Reader } from './rowText.ts';

/** A referral as the details page shows it: everything that came, in the order in which a seller reads. */
export interface Details {
	readonly id: string;
	readonly title: string;
	/** Customer, status and value in one line. */
	readonly summary: string;
	readonly sections: readonly Section[];
}

export interface Section {
	readonly title: string;
	readonly fields: readonly Field[];
}

/** Arranges a referral; sections that would be empty are left out. */
export function detailsOf({ referral, json }: Received, reader: Reader): Details {
	const { customerProfile, status, substatus } = referral;
	const title = labelOf(referral);
	const summary = [
		customerProfile?.name === referral.name ? '' : customerProfile?.name,
		[status, substatus].filter((word) => word).join(' › '),
		descriptionOf(referral, reader),
	];
	return {
		id: referral.id,
		title,
		summary: summary
			.map((text) => oneLine(text ?? ''))
			.filter((text) => text && text !== title)
			.join(' · '),
		sections: sectionsOf(json, reader),
	};
}

function sectionsOf(json: JsonObject, reader: Reader): Section[] {
	const fields = fieldsIn(json, reader);
	const claimed = new Map<Title, Field[]>(titles.map((title) => [title, []]));
	for (const field of fields) claimed.get(sectionOf(field.path))?.push(field);
	return [...claimed].filter(([, own]) => own.length > 0).map(([title, own]) => ({ title, fields: own }));
}

const titles = [
	'Deal',
	'Customer',
	'Needs',
	'Team',
	'Invitation',
	'Consent',
	'Dates',
	'Ids',
	'Other fields',
] as const;
type Title = (typeof titles)[number];

const sections: ReadonlyMap<string, Title> = new Map([
	...titled('Deal', 'name', 'status', 'substatus', 'statusReason', 'type', 'qualification', 'direction'),
	...titled('Deal', 'salesStage', 'details', 'referralSource', 'callToAction', 'customerMarketplaceIntent'),
	...titled('Customer', 'customerProfile'),
	...titled('Needs', 'details.requirements'),
	...titled('Team', 'team'),
	...titled('Invitation', 'inviteContext'),
	...titled('Consent', 'consent'),
	...titled('Dates', 'createdDateTime', 'updatedDateTime', 'expirationDateTime', 'acceptedDateTime'),
	...titled('Dates', 'closedDateTime', 'details.closingDateTime'),
	...titled('Ids', 'id', 'engagementId', 'organizationId', 'organizationName', 'externalReferenceId'),
	...titled('Ids', 'mpnId', 'campaignId', 'target', 'eTag', 'links'),
]);

function titled(title: Title, ...paths: readonly string[]): (readonly [string, Title])[] {
	return paths.map((path) => [path, title]);
}

/** The section that claims the longest beginning of a path. */
function sectionOf(path: readonly string[]): Title {
	for (let length = path.length; length > 0; length--) {
		const title = sections.get(path.slice(0, length).join('.'));
		if (title) return title;
	}
	return 'Other fields';
}
