import * as l10n from '@vscode/l10n';
import type { Referral } from '../partner/referral.ts';
import { oneLine } from '../text/oneLine.ts';
import { categoryText } from './categoryText.ts';
import { countryText } from './countryText.ts';
import { dayText } from './dateText.ts';
import { dealValueText } from './dealValue.ts';
import { expiryOf } from './expiry.ts';
import { labelOf } from './label.ts';
import type { Reader } from './rowText.ts';

/**
 * A referral in a few lines of Markdown, for a chat message: what it is about and where it stands. It names no
 * person, mail address or phone number, and nothing in a stranger's text is markup.
 * @param link opens the referral in the editor
 */
export function briefOf(referral: Referral, reader: Reader, link: string): string {
	const facts = factsOf(referral, reader)
		.filter(([, value]) => value)
		.map(([label, value]) => `- ${label}: ${escaped(value)}`);
	return [`**${escaped(labelOf(referral))}**`, '', ...facts, '', `<${link}>`, ''].join('\n');
}

function factsOf(referral: Referral, reader: Reader): (readonly [string, string])[] {
	const { status, substatus, customerProfile, direction, id } = referral;
	const { city, state, region, country } = customerProfile?.address ?? {};
	const place = [city, state || region, country && countryText(country, reader.locale)];
	return [
		[l10n.t('Customer'), joined([customerProfile?.name, ...place], ', ')],
		[l10n.t('Kind'), joined([categoryText(referral), direction], ', ')],
		[l10n.t('Status'), joined([joined([status, substatus], ' › '), expiryText(referral, reader)], ', ')],
		[l10n.t('Value'), dealValueText(referral, reader.locale)],
		[l10n.t('Id'), oneLine(id)],
	];
}

/** By its date: a message is read later than it was written. */
function expiryText(referral: Referral, { locale }: Reader): string {
	const expiry = expiryOf(referral);
	return expiry === undefined ? '' : l10n.t('expires {0}', dayText(new Date(expiry).toISOString(), locale));
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
	return parts
		.map((part) => oneLine(part ?? ''))
		.filter((part) => part)
		.join(separator);
}

/** So that no chat program takes it for markup, an address, a mention or a mail address. */
function escaped(text: string): string {
	return text
		.replace(/[\\`*_[\]<>~@]|&(?=#?\w{1,31};)/g, '\\$&')
		.replace(/:(?=\/\/)/g, '\\:')
		.replace(/\b(www|javascript|command|data|vbscript|mailto)(?=[.:])/gi, '$1\\');
}
