import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { oneLine } from '../../../text/oneLine.ts';
import { stageOf } from '../../columns/workedOut.ts';
import { columnIds } from '../figures/columnIds.ts';
import { filtersOf, noneOf, oneOf } from '../figures/filters.ts';
import { keyOf } from '../figures/keyOf.ts';
import { Kinds } from '../figures/kinds.ts';
import { drawn, type Place, type Slot } from '../figures/marks.ts';
import { measureIn } from '../figures/measure.ts';
import { most } from '../figures/most.ts';
import type { Answer, Asked, Question, Tally, Work } from '../figures/question.ts';
import { nothingText, referralsText } from '../figures/sentences.ts';
import { noWorth, Tallied } from '../figures/worths.ts';

/** Why deals were lost or declined. */
export const reasons: Question = {
	id: 'reasons',
	needsJson: true,
	columns: () => [columnIds.stage, columnIds.reason],
	begin: (asked) => new Reasoning(asked),
};

/** The others stand together. */
const mostReasons = 10;
/** Nobody gives a longer reason twice. In characters. */
const longest = 1_000;
const longKey = '\0';
/** At an axis there is room for so many characters. */
const longestLabel = 60;
const [otherId, noneId] = ['other', 'none'];
const ends = ['Lost', 'Declined'] as const;
type End = (typeof ends)[number];
const endOf: ReadonlyMap<string, End> = new Map(ends.map((end) => [keyOf(`Closed/${end}`), end]));

/** A place, and the key of the reason that it is for; none where it is for what is left. */
interface Spot extends Place {
	readonly key?: string;
}

class Reasoning implements Tally {
	readonly #presenter: Presenter;
	readonly #reasonOf: Asked['reasonOf'];
	readonly #rows: { readonly row: ListedReferral; readonly end: End }[] = [];
	readonly #reasons: Readonly<Record<End, Tallied<string>>> = {
		Lost: new Tallied(),
		Declined: new Tallied(),
	};
	/** Each as it was sent first. */
	readonly #sent = new Kinds<string>();

	constructor({ presenter, reasonOf }: Asked) {
		this.#presenter = presenter;
		this.#reasonOf = reasonOf;
	}

	add(row: ListedReferral): void {
		const end = endOf.get(keyOf(stageOf(row)));
		if (end !== undefined) this.#rows.push({ row, end });
	}

	/** What stands in one page is read together, since each part of it is unpacked once then. */
	work(): Work {
		const pages = [...Map.groupBy(this.#rows, ({ row }) => row.origin.page).values()];
		for (const rows of pages) rows.sort((one, other) => (one.row.place ?? 0) - (other.row.place ?? 0));
		const rows = pages.flat();
		return {
			steps: rows.length,
			step: (at) => {
				const found = rows[at];
				if (found) this.#reasons[found.end].add(this.#keyFor(this.#reasonOf(found.row)), noWorth);
			},
		};
	}

	#keyFor(reason: string): string {
		return reason.length > longest ? longKey : this.#sent.keyFor(reason, () => reason);
	}

	answer(): Answer {
		const places = this.#places();
		return {
			title: l10n.t('Why are deals lost or declined?'),
			sentence: this.#sentence(places[0]),
			shape: 'bars',
			choices: [],
			...drawn({
				...{ head: l10n.t('Reason'), places },
				series: ends.map((id) => ({ id, label: this.#presenter.status(id) })),
				measure: measureIn(undefined, this.#presenter),
				slot: (place, series) => this.#slot(place, series === 'Lost' ? 'Lost' : 'Declined', places),
			}),
		};
	}

	#countOf(key: string): number {
		return ends.reduce((all, end) => all + this.#reasons[end].in(key, undefined).count, 0);
	}

	#places(): readonly Spot[] {
		const found = new Set(ends.flatMap((end) => [...this.#reasons[end].places]));
		const given = [...found].filter((key) => key !== '' && key !== longKey);
		const named = most(given, (key) => this.#countOf(key), mostReasons);
		const spots = named.map((key) => {
			const sent = this.#sent.get(key) ?? key;
			return { id: `=${key}`, key, label: oneLine(sent, longestLabel), name: oneLine(sent) };
		});
		const other = { id: otherId, label: l10n.t('Other') };
		const none = { id: noneId, label: l10n.t('No reason given'), key: '' };
		const hasOthers = given.length > named.length || found.has(longKey);
		return [...spots, ...(hasOthers ? [other] : []), ...(found.has('') ? [none] : [])];
	}

	#slot({ key }: Spot, end: End, places: readonly Spot[]): Slot {
		const sentAs = (each: string) => this.#sent.get(each) ?? each;
		const named = places.flatMap((place) => place.key ?? []);
		const filter = key === undefined ? noneOf(...named.map(sentAs), '') : oneOf(sentAs(key));
		const tallied = this.#reasons[end];
		return {
			sum:
				key === undefined
					? tallied.sum(undefined, (each) => each !== '' && !named.includes(each))
					: tallied.in(key, undefined),
			filters: filtersOf({ [columnIds.stage]: oneOf(`Closed/${end}`), [columnIds.reason]: filter }),
		};
	}

	#sentence(first: Spot | undefined): string {
		const count = ends.reduce((all, end) => all + this.#reasons[end].sum(undefined).count, 0);
		if (count === 0) return nothingText();
		const all = referralsText(count, this.#presenter);
		if (!first?.key) return l10n.t('{0} were lost or declined; none says why.', all);
		const most = this.#presenter.count(this.#countOf(first.key));
		return l10n.t('{0} were lost or declined, {1} of them with the reason "{2}".', all, most, first.label);
	}
}
