import * as l10n from '@vscode/l10n';
import { pairs } from '../referral/pair.ts';
import { lookingFor, singleOf } from './condition/wanted.ts';
import { wantedText } from './condition/wantedText.ts';
import type { Query } from './query.ts';
import { isRelative, resolveWhen } from './when.ts';

/** Why conditions that are fine one by one can't match together, with an example that works; else undefined. */
export function refusePair(query: Query): string | undefined {
	return lifecycleRefusal(query) ?? valueRefusal(query) ?? updateRefusal(query);
}

function lifecycleRefusal({ status, substatus }: Query): string | undefined {
	if (status === undefined || substatus === undefined) return undefined;
	const [isStatus, isSubstatus] = [lookingFor(status), lookingFor(substatus)];
	if (pairs.some((pair) => isStatus(pair.status) && isSubstatus(pair.substatus))) return undefined;
	const home = pairs.find((pair) => isStatus(pair.status)) ?? pairs[0];
	const other = pairs.find((pair) => isSubstatus(pair.substatus)) ?? pairs[0];
	const about = [
		...[wantedText(status), wantedText(substatus)],
		...[home?.status ?? '', home?.substatus ?? '', other?.status ?? '', other?.substatus ?? ''],
	];
	return singleOf(status) && singleOf(substatus)
		? l10n.t(
				'Status and substatus: a referral that is {0} is never {1}; examples that work are {2} with {3}, and {4} with {5}.',
				...about,
			)
		: l10n.t(
				'Status and substatus: nothing is both {0} and {1}; examples that work are {2} with {3}, and {4} with {5}.',
				...about,
			);
}

function valueRefusal({ valueAtLeast: least, valueAtMost: most }: Query): string | undefined {
	if (least === undefined || most === undefined || least <= most) return undefined;
	return l10n.t(
		'Value at least and value at most: nothing is at least {0} and at most {1}; an example that works is at least {1} and at most {0}.',
		least,
		most,
	);
}

/** Of a day and a span it depends on today which is earlier, so that those may stand together. */
function updateRefusal({ updatedSince: since, updatedBefore: before }: Query): string | undefined {
	if (since === undefined || before === undefined || isRelative(since) !== isRelative(before))
		return undefined;
	if (resolveWhen(since, someDay) < resolveWhen(before, someDay)) return undefined;
	return l10n.t(
		'Updated since and updated before: nothing is updated since {0} and before {1}; an example that works is since {2} and before {3}.',
		since,
		before,
		...(isRelative(since) ? ['30d', '7d'] : ['2026-10-01', '2026-10-24']),
	);
}

// Spans are compared with each other only, so that any day will do that has as many before it as a span can have.
const someDay = Date.UTC(2026, 0, 31);
