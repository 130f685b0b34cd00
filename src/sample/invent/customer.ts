import { sizes } from './catalog.ts';
import { companies, divisions } from './companies.ts';
import { firstNames, lastNames } from './people.ts';
import { type Place, places } from './places.ts';
import type { Random } from './random.ts';
import type { SampleMember, SampleReferral } from './sampleReferral.ts';

interface InventedCustomer {
	readonly name: string;
	readonly place: Place;
	readonly profile: SampleReferral['customerProfile'];
}

/** A customer with an address and none to three contacts. */
export function inventCustomer(random: Random): InventedCustomer {
	const [company, domain] = random.pick(companies);
	const place = random.pick(places);
	const name = [company, random.pick(divisions), place.form].filter((part) => part !== '').join(' ');
	const contacts = Array.from({ length: random.pick([0, 1, 1, 1, 2, 3]) }, () =>
		contact(random, place, domain),
	);
	const profile = {
		name,
		address: address(random, place),
		...(random.percent(90) && { size: random.pick([...sizes, '', null]) }),
		team: contacts,
		ids: ids(random),
		...(random.percent(20) && { isMatchingComplete: random.percent(50) }),
	};
	return { name, place, profile };
}

/** The state is sometimes in `region` instead, as in real data. */
function address(random: Random, place: Place): Readonly<Record<string, string | null>> {
	const [city, state, postalCode] = random.pick(place.cities);
	return {
		addressLine1: random.pick(place.streets),
		addressLine2: random.pick(['', '', '', 'Floor 3', '34']),
		city,
		...(random.percent(10) ? { state: null, region: state } : { state }),
		postalCode,
		country: place.country,
	};
}

function contact(random: Random, { locale, dial }: Place, domain: string): SampleMember {
	const [firstName, lastName] = [random.pick(firstNames), random.pick(lastNames)];
	const title = random.pick(['', '', 'CIO', 'IT Manager', 'Purchasing', 'Head of Operations']);
	return {
		contactPreference: {
			locale: random.percent(15) ? locale.toLowerCase() : locale,
			disableNotifications: random.percent(10),
		},
		firstName,
		lastName,
		phoneNumber: `${dial} 555 01${String(random.whole(0, 99)).padStart(2, '0')}`,
		email: `${mailName(firstName)}.${mailName(lastName)}@${domain}`,
		...(title !== '' && { title }),
	};
}

/** The letters of a name that a mail address can hold, without their accents. */
function mailName(name: string): string {
	const letters = name
		.normalize('NFD')
		.toLowerCase()
		.replaceAll('ø', 'o')
		.replaceAll('ı', 'i')
		.replaceAll(/[^a-z]/g, '');
	return letters === '' ? 'info' : letters;
}

/** The service writes an empty object, an empty array, or entries whose id may itself be empty. */
function ids(random: Random): unknown {
	const number = String(random.whole(100_000_000, 999_999_999));
	switch (random.pick(['object', 'object', 'array', 'duns', 'external', 'empty'])) {
		case 'array':
			return [];
		case 'duns':
			return [{ profileType: 'Duns', id: number }];
		case 'external':
			return [{ profileType: 'External', id: `CRM-${number.slice(0, 5)}` }];
		case 'empty':
			return [{ profileType: 'Duns', id: '' }];
		default:
			return {};
	}
}
