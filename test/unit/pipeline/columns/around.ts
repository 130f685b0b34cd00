import { rulesAt } from '../../../../src/listing/arranging/lenses.ts';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import type { ColumnContext } from '../../../../src/pipeline/columns/column.ts';
import { usualAttention } from '../../../../src/referral/attention/wishes.ts';
import { Presenter } from '../../../../src/referral/presenter.ts';
import { HandClock } from '../../handClock.ts';
import { received } from '../../received.ts';
import { now, tenant } from '../../sample/sampleAsk.ts';

const time = now.getTime();

/** A row of a referral that says this and that. */
export function rowOf(json: object): ListedReferral {
	return new ListedReferral(received({ id: 'an-id', ...json }), { whole: false });
}

/** All of the sample tenant. */
export const sampleRows: readonly ListedReferral[] = tenant.referrals.map((each) => rowOf(each));

const attention = { wishes: usualAttention, disagrees: () => false, isQuiet: () => false };

/** What columns are told in tests: 15 March 2026, in English, and fiscal years that begin in July. */
export function contextOf(changes: Partial<ColumnContext> = {}): ColumnContext {
	return {
		presenter: new Presenter({ locale: 'en', clock: new HandClock(time) }),
		now: time,
		rulesOf: (row) => rulesAt(row, time, attention),
		markOf: () => undefined,
		soonDays: 3,
		fiscalYearStart: 7,
		...changes,
	};
}
