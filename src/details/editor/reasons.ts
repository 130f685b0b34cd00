import { presenting } from '../../editor/presenting.ts';
import type { Browsing } from '../../listing/browsing.ts';
import { reasonText } from '../../referral/attention/reasonText.ts';
import type { Subject } from '../subject.ts';

/** Why the referral of a page needs somebody, by the rules that the user wants, each in a few words. */
export function reasonsIn(
	{ exploration }: Pick<Browsing, 'exploration'>,
	{ state, session }: Pick<Subject, 'state' | 'session'>,
): readonly string[] {
	if (!state || !exploration || exploration.session !== session) return [];
	return exploration.picking.rulesOf(state).map((rule) => reasonText(rule, state.referral, presenting()));
}
