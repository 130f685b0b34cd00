import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Referral } from '../../partner/referral.ts';
import { reasonText } from '../../referral/attention/reasonText.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { nameText } from '../../text/nameText.ts';
import { oneLine } from '../../text/oneLine.ts';
import { otherRules, type RulesOf, type SectionName } from './sections.ts';

/** How a line is written. */
interface Manner {
	/** Whether customers and deals are told by their names, and what somebody typed is told. */
	readonly named: boolean;
	readonly rules: RulesOf;
}

/** In characters, of an id that has 36 mostly: enough to find it again among those that are loaded. */
const shortId = 8;

/** What a digest says of a referral, in one harmless line each; it is no Markdown yet. */
export function factsOf(
	section: SectionName,
	row: ListedReferral,
	{ named, rules }: Manner,
	presenter: Presenter,
): readonly string[] {
	const { referral } = row;
	const who = named ? namesOf(referral, presenter) : [numberOf(referral), presenter.category(referral)];
	const facts = [...who, presenter.value(referral), ...whyOf[section]({ row, named, rules, presenter })];
	return facts.map((fact) => oneLine(fact)).filter((fact) => fact);
}

function namesOf(referral: Referral, presenter: Presenter): readonly string[] {
	const label = presenter.label(referral);
	const customer = nameText(referral.customerProfile?.name);
	return customer === label ? [label] : [label, customer];
}

function numberOf({ id }: Referral): string {
	return l10n.t('Referral {0}', `${oneLine(id).slice(0, shortId)}…`);
}

interface Asked extends Manner {
	readonly row: ListedReferral;
	readonly presenter: Presenter;
}

const nothing: readonly string[] = [];

/** What a line says behind the value. */
const whyOf = {
	new: ({ row, presenter }) => [presenter.standing(row.referral)],
	accepted: () => nothing,
	won: () => nothing,
	lost: ({ row, named, presenter }) => [
		presenter.status(row.referral.substatus ?? ''),
		// Somebody typed it.
		named ? reasonIn(row) : '',
	],
	expired: () => nothing,
	// By its date, because a message is read later than it was written.
	expiring: ({ row, presenter }) => [
		l10n.t('expires {0}', presenter.day(row.referral.expirationDateTime ?? '')),
	],
	slipped: ({ row, presenter }) => [
		l10n.t('close date {0}', presenter.day(row.referral.details?.closingDateTime ?? '')),
	],
	attention: ({ row, rules, presenter }) => [
		otherRules(row, rules)
			.map((rule) => reasonText(rule, row.referral, presenter))
			.join(', '),
	],
} as const satisfies Record<SectionName, (asked: Asked) => readonly string[]>;

function reasonIn({ json }: ListedReferral): string {
	const { statusReason } = json;
	return typeof statusReason === 'string' ? nameText(statusReason) : '';
}
