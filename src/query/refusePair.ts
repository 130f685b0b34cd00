import { type Substatus, statuses, substatusesOf } from '../referral/lifecycle.ts';
import type { Query } from './query.ts';
import { isRelative, resolveWhen } from './when.ts';

/** Why conditions that are fine one by one can't match together, with an example that works; else undefined. */
export function refusePair(query: Query): string | undefined {
	return lifecycleRefusal(query) ?? valueRefusal(query) ?? updateRefusal(query);
}

function lifecycleRefusal({ status, substatus }: Query): string | undefined {
	if (status === undefined || substatus === undefined) return undefined;
	const possible: readonly Substatus[] = substatusesOf[status];
	if (possible.includes(substatus)) return undefined;
	const home = statuses.find((each) => substatusesOf[each].some((one) => one === substatus));
	return (
		`Status and substatus: a referral that is ${status} is never ${substatus}; examples that work are ` +
		`${status} with ${possible[0]}, and ${home} with ${substatus}.`
	);
}

function valueRefusal({ valueAtLeast: least, valueAtMost: most }: Query): string | undefined {
	if (least === undefined || most === undefined || least <= most) return undefined;
	return (
		`Value at least and value at most: nothing is at least ${least} and at most ${most}; ` +
		`an example that works is at least ${most} and at most ${least}.`
	);
}

/** Of a day and a span it depends on today which is earlier, so that those may stand together. */
function updateRefusal({ updatedSince: since, updatedBefore: before }: Query): string | undefined {
	if (since === undefined || before === undefined || isRelative(since) !== isRelative(before))
		return undefined;
	if (resolveWhen(since, someDay) < resolveWhen(before, someDay)) return undefined;
	const example = isRelative(since) ? 'since 30d and before 7d' : 'since 2026-10-01 and before 2026-10-24';
	return (
		`Updated since and updated before: nothing is updated since ${since} and before ${before}; ` +
		`an example that works is ${example}.`
	);
}

// Spans are compared with each other only, so that any day will do that has as many before it as a span can have.
const someDay = Date.UTC(2026, 0, 31);
