import { type FailureKind, PartnerError } from './error.ts';
import type { ListOptions } from './listUrl.ts';
import type { Referral } from './referral.ts';
import type { Probe } from './referralsClient.ts';

/** What is looked at of a referral. */
export type Seen = Partial<Pick<Referral, 'id' | 'engagementId' | 'updatedDateTime'>>;

/** A first page, as far as it is looked at. */
type Answer = Omit<Probe, 'referrals'> & { readonly referrals: readonly Seen[] };

/** What OData has, and the documentation of the Partner API doesn't show. */
export const operators = ['or', 'ge', 'in', 'ne', '$count', '$top'] as const;

export type Operator = (typeof operators)[number];

/** Whether a service was seen to obey an operator; `unknown` where its rows don't show it either way. */
export type Fluency = 'spoken' | 'notSpoken' | 'unknown';

/** What is known of a service; nothing of what was never tried. */
export type Dialect = ReadonlyMap<Operator, Fluency>;

/** Asks for a first page. */
type Ask = (options: ListOptions) => Promise<Answer>;

/**
 * Finds out what a service understands, by requests that only read. A status of 200 proves nothing, since an ignored filter
 * answers so, too: an operator is spoken only if a question whose answer is known returns that, and one that
 * contradicts itself returns nothing.
 * @param tried hears of each operator that is about to be tried
 * @throws {PartnerError} what fails for any other reason than the question
 */
export async function learnDialect(ask: Ask, tried: (operator: Operator) => void): Promise<Dialect> {
	const { referrals } = await ask({});
	const known = referrals.find((each) => isId(each.engagementId) && isInstant(each.updatedDateTime));
	const found = new Map<Operator, Fluency>();
	for (const operator of operators) {
		tried(operator);
		found.set(operator, await fluencyIn(() => trials[operator](ask, known)));
	}
	return found;
}

// What is put into a filter as it came has to be nothing else.
const isId = (id = '') => /^[\w-]{1,64}$/.test(id);
const isInstant = (text = '') => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);

const notUnderstood: readonly FailureKind[] = ['badRequest', 'unexpectedStatus'];

async function fluencyIn(trial: () => Promise<Fluency>): Promise<Fluency> {
	try {
		return await trial();
	} catch (error) {
		if (error instanceof PartnerError && notUnderstood.includes(error.kind)) return 'notSpoken';
		if (error instanceof PartnerError && error.kind === 'serviceFailed') return 'unknown';
		throw error;
	}
}

/** Ids that nothing has: nobody gave them out. */
const nobody = ['00000000-0000-4000-8000-00000000dead', '00000000-0000-4000-8000-00000000beef'] as const;

type Trial = (ask: Ask, known: Seen | undefined) => Promise<Fluency>;

const trials = {
	or: byFilters(({ engagementId: id }) => [
		[
			`engagementId eq '${nobody[0]}' or engagementId eq '${id}'`,
			`engagementId eq '${id}' or engagementId eq '${nobody[0]}'`,
		],
		`engagementId eq '${nobody[0]}' or engagementId eq '${nobody[1]}'`,
	]),
	ge: byFilters(
		({ engagementId: id, updatedDateTime }) => [
			[`engagementId eq '${id}' and updatedDateTime ge ${updatedDateTime}`],
			`engagementId eq '${id}' and updatedDateTime ge 9999-01-01T00:00:00Z`,
		],
		(found, known) => timeOf(found) >= timeOf(known),
	),
	in: byFilters(({ engagementId: id }) => [
		[`engagementId in ('${nobody[0]}', '${id}')`],
		`engagementId in ('${nobody[0]}', '${nobody[1]}')`,
	]),
	ne: byFilters(({ engagementId: id }) => [
		[`engagementId eq '${id}' and engagementId ne '${nobody[0]}'`],
		`engagementId eq '${id}' and engagementId ne '${id}'`,
	]),
	$count: async (ask) => {
		const some = await ask({ count: true });
		const none = await ask({ count: true, filter: `engagementId eq '${nobody[0]}'` });
		if (some.count === undefined || none.referrals.length > 0) return 'notSpoken';
		if (!some.leadsOn) return 'unknown';
		return some.count > some.referrals.length && none.count === 0 ? 'spoken' : 'notSpoken';
	},
	$top: async (ask) => {
		const { referrals, leadsOn } = await ask({ top: 200 });
		if (referrals.length > 100) return 'spoken';
		return leadsOn ? 'notSpoken' : 'unknown';
	},
} as const satisfies Record<Operator, Trial>;

/** @param filters those that find the known one, and nothing of another engagement; and one that can find nothing */
function byFilters(
	filters: (known: Seen) => readonly [obeyed: readonly string[], contradictory: string],
	obeys: (found: Seen, known: Seen) => boolean = () => true,
): Trial {
	return async (ask, known) => {
		if (!known) return 'unknown';
		const [obeyed, contradictory] = filters(known);
		for (const filter of obeyed) {
			const { referrals } = await ask({ filter });
			const own = referrals.filter((each) => each.engagementId === known.engagementId && obeys(each, known));
			if (own.length === 0 || own.length < referrals.length) return 'notSpoken';
		}
		const { referrals } = await ask({ filter: contradictory });
		return referrals.length === 0 ? 'spoken' : 'notSpoken';
	};
}

function timeOf({ updatedDateTime = '' }: Seen): number {
	return Date.parse(updatedDateTime);
}
