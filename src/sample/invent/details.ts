import { industries, products, services, solutions } from './catalog.ts';
import { remarks, wishes } from './phrases.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';

/** What the deal is about. Leads mostly have no value yet, and then no currency either. */
export function inventDetails(
	random: Random,
	place: Place,
	closingDateTime: string,
): Readonly<Record<string, unknown>> {
	const priced = random.percent(75);
	return {
		notes: [random.pick(wishes), random.pick(remarks)].filter((part) => part !== '').join(' '),
		...(priced && { dealValue: dealValue(random, place), currency: place.currency, closingDateTime }),
		...(random.percent(30) && { customerRequestedContact: random.percent(60) }),
		...(random.percent(8) && { customerAction: 'ContactMe' }),
		...(random.percent(4) && { incentiveLevel: 'Tier1' }),
		requirements: requirements(random, place),
	};
}

/** From 2,000 to about 2,000,000 dollars in the customer's currency, mostly round. */
function dealValue(random: Random, { perDollar }: Place): number {
	const dollars = 10 ** (3.3 + random.fraction() * 3);
	const step = perDollar > 50 ? 100_000 : 500;
	const round = Math.max(step, Math.round((dollars * perDollar) / step) * step);
	return random.percent(12) ? round + random.whole(1, 99) / 100 : round;
}

function requirements(random: Random, place: Place): Readonly<Record<string, unknown>> {
	const tagged = (choices: readonly string[], most: number) =>
		random.some(choices, 1, most).map((id) => ({ id }));
	return {
		industries: tagged(industries, 2),
		products: tagged(products, 3),
		services: tagged(services, 2),
		...(random.percent(65) && { solutions: solutionTags(random, place) }),
		...(random.percent(5) && { offers: [] }),
		...(random.percent(10) && { additionalRequirements: additional(random) }),
	};
}

function solutionTags(random: Random, place: Place): readonly unknown[] {
	return random.some(solutions, 1, 3).map(([id, name]) => {
		switch (random.pick(['predefined', 'predefined', 'both', 'catalog', 'guid'])) {
			case 'both':
				return { id, name, type: 'Category', solutionType: 'Category' };
			case 'catalog':
				return { id: `SOL-${random.whole(10000, 60000)}-ABC`, name: null, type: 'Name' };
			case 'guid':
				return { id: random.guid(), name, type: 'Name', ...terms(random, place) };
			default:
				return { id, name, type: 'Category' };
		}
	});
}

function terms(random: Random, { currency }: Place): Readonly<Record<string, unknown>> {
	const quantity = random.whole(1, 500);
	return { price: random.whole(5, 90) * 10, quantity, currency, publisherName: 'Contoso' };
}

function additional(random: Random): Readonly<Record<string, unknown>> {
	const attributes = [{ type: 'SolutionArea', id: random.pick(['Data & AI', 'Security', 'Modern Work']) }];
	return { iot: {}, ...(random.percent(60) && { attributes }) };
}
