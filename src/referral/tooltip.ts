import * as l10n from '@vscode/l10n';
import type { Referral } from '../partner/referral.ts';
import { nameText } from '../text/nameText.ts';
import { oneLine } from '../text/oneLine.ts';
import { dateText } from './dateText.ts';
import { placeText } from './placeText.ts';
import { descriptionOf, type Reader } from './rowText.ts';
import { standingText } from './statusText.ts';

/** Something about a referral, in one line; `text` may be a stranger's. */
export interface Fact {
	readonly label: string;
	readonly text: string;
}

/** What is told of a referral, besides its label, to somebody who points at it: what there is of it, in this order. */
export function tooltipFacts(
	referral: Referral,
	reader: Reader,
	timeZone: string | undefined,
): readonly Fact[] {
	const { customerProfile, inviteContext } = referral;
	const date = (text = '') => dateText(text, reader.locale, timeZone);
	return [
		{ label: l10n.t('Customer'), text: nameText(customerProfile?.name) },
		{ label: l10n.t('Place'), text: placeText(referral, reader.locale) },
		{ label: l10n.t('Status'), text: standingText(referral) },
		{ label: l10n.t('Value and expiry'), text: descriptionOf(referral, reader) },
		{ label: l10n.t('Direction'), text: referral.direction },
		{ label: l10n.t('Invited by'), text: nameText(inviteContext?.invitedBy?.organizationName) },
		{ label: l10n.t('Created'), text: date(referral.createdDateTime) },
		{ label: l10n.t('Updated'), text: date(referral.updatedDateTime) },
	]
		.map(({ label, text = '' }) => ({ label, text: oneLine(text) }))
		.filter(({ text }) => text);
}
