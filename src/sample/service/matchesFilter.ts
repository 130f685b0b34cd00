import type { SampleMember, SampleReferral } from '../invent/sampleReferral.ts';
import type { Comparison, Filter } from './filter.ts';
import { filterFields } from './filterFields.ts';
import { readInstant } from './readInstant.ts';

/** Whether a referral satisfies a filter that `readFilter` has accepted. A missing value satisfies nothing. */
export function matchesFilter(filter: Filter, referral: SampleReferral): boolean {
	switch (filter.kind) {
		case 'and':
			return filter.parts.every((part) => matchesFilter(part, referral));
		case 'any':
			return [referral.team ?? []].flat().some((member) => matchesMember(filter.of, member, referral));
		case 'compare':
			return holdsFor(filter.field, filter.comparison, filter.value, referral);
	}
}

/** Inside `team/any(t: …)` one and the same member must satisfy everything. */
function matchesMember(filter: Filter, member: SampleMember, referral: SampleReferral): boolean {
	return matchesFilter(filter, { ...referral, team: [member] });
}

function holdsFor(name: string, comparison: Comparison, value: string, referral: SampleReferral): boolean {
	const field = filterFields[name];
	if (field === undefined) {
		return false;
	}
	const present = field.values(referral).filter((found) => typeof found === 'string');
	if (field.kind !== 'instant') {
		return present.includes(value);
	}
	return present.some((found) => holds(comparison, readInstant(found) ?? '', value));
}

function holds(comparison: Comparison, left: string, right: string): boolean {
	switch (comparison) {
		case 'eq':
			return left === right;
		case 'ge':
			return left >= right;
		case 'gt':
			return left > right;
		case 'le':
			return left <= right;
		case 'lt':
			return left < right;
	}
}
