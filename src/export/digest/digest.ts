import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { worthOf } from '../../listing/arranging/worth.ts';
import { compactMoneyText } from '../../referral/money.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { asMarkdown } from '../../text/asMarkdown.ts';
import { plural } from '../../text/plural.ts';
import { factsOf } from './facts.ts';
import { headingOf } from './headings.ts';
import { type Looked, type Section, sectionsOf } from './sections.ts';

/** What a digest is of. */
export interface Digested extends Looked {
	/** Whether there may be more referrals than are loaded. */
	readonly mayBeMore: boolean;
	/** What was asked for, in words on one line; empty where everything was. */
	readonly filter: string;
	/** Whether customers and deals are told by their names. */
	readonly named: boolean;
}

/** More lines than this nobody reads in a chat. */
const mostLines = 15;

/** Strangers may send any word for a currency, each another one. */
const mostCurrencies = 5;

/**
 * What happened in a span of time and what is to be done now, as Markdown for a chat message; empty when that is nothing.
 * Without names, it tells neither customers nor deals, nor anything that somebody typed. Currencies are never added up.
 */
export function digestOf(digested: Digested, presenter: Presenter): string {
	const sections = sectionsOf(digested);
	if (sections.length === 0) return '';
	const texts = sections.map((section) => sectionText(section, digested, presenter));
	return [...head(digested, presenter), ...texts].join('\n');
}

function head(digested: Digested, presenter: Presenter): readonly string[] {
	const { span, filter, named } = digested;
	const from = presenter.day(dayOf(span.from));
	const to = presenter.day(dayOf(span.to - 1));
	const title = l10n.t('Referrals, {0} – {1}', from, to);
	const asked = filter && named ? [asMarkdown(l10n.t('Filter: {0}', filter)), ''] : [];
	return [`## ${asMarkdown(title)}`, '', asMarkdown(coverText(digested, presenter)), '', ...asked];
}

/** As the day that it is in UTC. */
function dayOf(instant: number): string {
	return `${new Date(instant).toISOString().slice(0, 10)}T00:00:00Z`;
}

function coverText({ rows, mayBeMore, now }: Digested, presenter: Presenter): string {
	const count = presenter.count(rows.length);
	const date = presenter.date(new Date(now).toISOString());
	if (!mayBeMore)
		return plural(rows.length, {
			one: l10n.t('Of {0} referral, as of {1}.', count, date),
			other: l10n.t('Of {0} referrals, as of {1}.', count, date),
		});
	return plural(rows.length, {
		one: l10n.t('Of the {0} referral that is loaded, as of {1}. There may be more.', count, date),
		other: l10n.t('Of the {0} referrals that are loaded, as of {1}. There may be more.', count, date),
	});
}

function sectionText({ name, rows }: Section, digested: Digested, presenter: Presenter): string {
	const heading = headingOf(name, presenter.count(rows.length));
	const worth = worthText(rows, presenter);
	const lines = rows.slice(0, mostLines).map((row) => lineOf(factsOf(name, row, digested, presenter)));
	const more = rows.length - mostLines;
	const rest = more > 0 ? [`- ${moreText(more, presenter)}`] : [];
	return [`### ${asMarkdown([heading, ...worth].join(' · '))}`, '', ...lines, ...rest, ''].join('\n');
}

/** The name stands in bold, since by itself it could be a heading, or begin a list. */
function lineOf([name = '', ...facts]: readonly string[]): string {
	return ['- **', [`${asMarkdown(name)}**`, ...facts.map(asMarkdown)].join(' · ')].join('');
}

/** What they are worth in each currency, the most frequent one first. */
function worthText(rows: readonly ListedReferral[], presenter: Presenter): readonly string[] {
	const all = worthOf(rows);
	const texts = all
		.slice(0, mostCurrencies)
		.map(({ value, currency }) => compactMoneyText(value, currency, presenter.locale));
	return all.length > mostCurrencies ? [...texts, '…'] : texts;
}

function moreText(count: number, presenter: Presenter): string {
	return l10n.t('and {0} more', presenter.count(count));
}
