import * as l10n from '@vscode/l10n';
import type { Referral } from '../partner/referral.ts';
import { asMarkdown } from '../text/asMarkdown.ts';
import { nameText } from '../text/nameText.ts';
import { oneLine } from '../text/oneLine.ts';
import { categoryText } from './categoryText.ts';
import { dayText } from './dateText.ts';
import { dealValueText } from './dealValue.ts';
import { expiryOf } from './expiry.ts';
import { labelOf } from './label.ts';
import { placeText } from './placeText.ts';
import type { Reader } from './rowText.ts';
import { standingText } from './statusText.ts';

/**
 * A referral in a few lines of Markdown, for a chat message: what it is about and where it stands. It names no
 * person, mail address or phone number, and nothing in a stranger's text is markup.
 * @param link opens the referral in the editor
 */
export function briefOf(referral: Referral, reader: Reader, link: string): string {
	const facts = factsOf(referral, reader)
		.filter(([, value]) => value)
		.map(([label, value]) => `- ${l10n.t('{0}:', label)} ${asMarkdown(value)}`);
	return [`**${asMarkdown(labelOf(referral))}**`, '', ...facts, '', `<${link}>`, ''].join('\n');
}

function factsOf(referral: Referral, reader: Reader): (readonly [string, string])[] {
	const { customerProfile, direction, id } = referral;
	return [
		[l10n.t('Customer'), joined([nameText(customerProfile?.name), placeText(referral, reader.locale)])],
		[l10n.t('Kind'), joined([categoryText(referral), direction])],
		[l10n.t('Status'), statusFact(referral, reader)],
		[l10n.t('Value'), dealValueText(referral, reader.locale)],
		[l10n.t('Id'), oneLine(id)],
	];
}

/** With the expiry by its date: a message is read later than it was written. */
function statusFact(referral: Referral, { locale, timeZone }: Reader): string {
	const expiry = expiryOf(referral);
	const standing = standingText(referral);
	if (expiry === undefined) return standing;
	return l10n.t('{0}, expires {1}', standing, dayText(new Date(expiry).toISOString(), locale, timeZone));
}

function joined(parts: readonly (string | undefined)[]): string {
	return parts
		.map((part) => oneLine(part ?? ''))
		.filter((part) => part)
		.join(', ');
}
