import * as l10n from '@vscode/l10n';
import type { Received, Referral } from '../../partner/referral.ts';
import { oneLine } from '../../text/oneLine.ts';
import { dealValueText } from '../dealValue.ts';
import { dateFormat } from '../formats.ts';
import { instantIn } from '../instant.ts';
import type { Reader } from '../rowText.ts';
import { standingText } from '../statusText.ts';
import { type DifferingField, differencesOf, differingFields } from './differences.ts';
import { type Owner, ownerOf } from './owner.ts';

/** Another side of a referral's engagement, in words that may be a stranger's, each in one line. */
export interface OtherSide {
	readonly id: string;
	/** Whose it is, as far as that is known. */
	readonly owner: string;
	/** What both say, whether they differ in it or not. */
	readonly rows: readonly SideRow[];
	/** What this side says otherwise, in one line; empty where it agrees. */
	readonly differences: string;
}

/** What two sides say about one thing; a text is empty where nothing came. */
interface SideRow {
	readonly label: string;
	readonly own: string;
	readonly other: string;
	readonly differs: boolean;
}

/** Puts another referral of the same engagement beside this one. */
export function otherSideOf(own: Received, other: Received, reader: Reader): OtherSide {
	const differing = new Set(differencesOf(own.referral, other.referral).map(({ field }) => field));
	const text = ({ referral }: Received, field: DifferingField) =>
		oneLine(texts[field](referral, reader.locale));
	return {
		id: other.referral.id,
		owner: ownerText(ownerOf(other.json, own.json)),
		rows: differingFields.map((field) => ({
			label: labels[field](),
			own: text(own, field),
			other: text(other, field),
			differs: differing.has(field),
		})),
		differences: differingFields
			.filter((field) => differing.has(field))
			.map((field) => phrases[field](text(other, field)))
			.join('; '),
	};
}

/**
 * The first of other sides that say something else than this one, in words. What a side is from has to be unpacked for them, so
 * that only those that are told are put into words.
 * @param beside puts one of them beside this one
 */
export function differingSides<Side extends Received>(
	own: Received,
	others: Iterable<Side>,
	most: number,
	beside: (other: Side) => OtherSide,
): readonly OtherSide[] {
	const sides: OtherSide[] = [];
	for (const other of others) {
		if (sides.length === most) break;
		if (differencesOf(own.referral, other.referral).length === 0) continue;
		const side = beside(other);
		if (side.differences) sides.push(side);
	}
	return sides;
}

function ownerText(owner: Owner): string {
	switch (owner.kind) {
		case 'microsoft':
			return l10n.t("Microsoft's side");
		case 'partner':
			return l10n.t("{0}'s side", owner.name);
		case 'same':
			return l10n.t('Same organization');
		case 'unknown':
			return l10n.t('Other side');
	}
}

const texts = {
	status: (referral) => standingText(referral),
	value: (referral, locale) => dealValueText(referral, locale),
	closing: ({ details }, locale) => dayIn(details?.closingDateTime ?? '', locale),
} as const satisfies Record<DifferingField, (referral: Referral, locale: string) => string>;

/** The day in UTC, by which sides are compared, whatever the time; what is no date stays what it is. */
function dayIn(text: string, locale: string): string {
	const instant = instantIn(text.trim());
	return instant === undefined ? text : dateFormat(locale, 'day', 'UTC').format(instant);
}

const labels = {
	status: () => l10n.t('Status'),
	value: () => l10n.t('Estimated value'),
	closing: () => l10n.t('Estimated close'),
} as const satisfies Record<DifferingField, () => string>;

const phrases = {
	status: (text) => text,
	value: (text) => l10n.t('value {0}', text),
	closing: (text) => l10n.t('estimated close {0}', text),
} as const satisfies Record<DifferingField, (text: string) => string>;
