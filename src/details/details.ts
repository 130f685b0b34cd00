import type { JsonObject } from '../partner/json.ts';
import type { Received } from '../partner/referral.ts';
import { categoryText } from '../referral/categoryText.ts';
import { dealValueText } from '../referral/dealValue.ts';
import { labelOf } from '../referral/label.ts';
import type { Reader } from '../referral/rowText.ts';
import { engagementOf } from '../referral/sides/engagement.ts';
import { nameText } from '../text/nameText.ts';
import { oneLine } from '../text/oneLine.ts';
import { unstatedConsents } from './consentFields.ts';
import { type Course, courseOf } from './course.ts';
import { type Field, fieldsIn } from './fields.ts';
import { claimOn, type Region, regionOf, type SectionName, sections, sectionTitle } from './sections.ts';

/** A referral as the details page shows it: everything that came, in the order in which a seller decides. */
export interface Details {
	readonly id: string;
	readonly title: string;
	/** The customer, where the title is not its name; else empty. */
	readonly customer: string;
	/** What Partner Center calls such a referral, and which way it goes. */
	readonly kind: readonly string[];
	/** Empty when none came. */
	readonly value: string;
	readonly course: Course;
	readonly sections: readonly Section[];
	/** Whether there may be other referrals of the same engagement. */
	readonly hasEngagement: boolean;
}

export interface Section {
	readonly name: SectionName;
	readonly region: Region;
	readonly title: string;
	/** Empty when nothing came: all but the last section are there nevertheless, so that the page can say so. */
	readonly fields: readonly Field[];
}

/** Arranges a referral. */
export function detailsOf({ referral, json }: Received, reader: Reader): Details {
	const title = labelOf(referral);
	const customer = nameText(referral.customerProfile?.name);
	return {
		id: referral.id,
		title,
		customer: customer === title ? '' : customer,
		kind: [categoryText(referral), oneLine(referral.direction ?? '', 40)].filter((text) => text),
		value: dealValueText(referral, reader.locale),
		course: courseOf(referral),
		sections: sectionsOf(json, reader),
		hasEngagement: engagementOf(referral) !== undefined,
	};
}

function sectionsOf(json: JsonObject, reader: Reader): Section[] {
	const placed = [...fieldsIn(json, reader), ...unstatedConsents(json)]
		.map((field) => ({ field, claim: claimOn(field.path) }))
		.sort((one, other) => one.claim.rank - other.claim.rank);
	return sections
		.map((name) => {
			const own = placed.filter(({ claim }) => claim.section === name);
			const fields = own.map(({ field }) => field);
			return { name, region: regionOf(name), title: sectionTitle(name), fields };
		})
		.filter(({ name, fields }) => name !== 'other' || fields.length > 0);
}
