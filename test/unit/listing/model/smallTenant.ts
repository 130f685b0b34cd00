import type { Reply } from '../../../../src/partner/send.ts';
import type { Random } from '../../../../src/sample/invent/random.ts';
import { replied } from '../../partner/fakeSend.ts';

/** A referral of a small tenant; what changes about it changes its `updated`. */
export interface Row {
	readonly id: string;
	/** Their order; the newest stands first. */
	readonly created: number;
	readonly pair: string;
	readonly updated: number;
}

/** What a page has. */
export interface Rows {
	readonly rows: readonly Row[];
	/** What cannot be read as a referral. */
	readonly junk: number;
	/** The part of the list behind it, as a token; undefined at its end. */
	readonly next?: string | undefined;
}

/** A part of a list: of a pair, a status or an engagement, or of all; behind a row or from the beginning. */
interface Part {
	readonly status: string;
	readonly substatus: string;
	readonly engagement: string;
	readonly after: number;
}

const pairs = ['New/Pending', 'New/Received', 'Active/Accepted', 'New/Odd'] as const;
const pageSize = 2;

/** Every other one is of the same engagement. */
const engagementOf = ({ created }: Row) => `e${created % 2}`;

/** Some referrals of somebody, which come, change, move and go; each state of all of them is kept by who asked for it. */
export class SmallTenant {
	rows: readonly Row[] = [];
	readonly #name: string;
	#created = 0;
	#updated = 0;

	/** @param name begins the ids, so that nobody else's are the same */
	constructor(name: string, random: Random, most: number) {
		this.#name = name;
		const size = random.whole(0, most);
		while (this.#created < size) this.#add(random);
	}

	/** One thing that happens at the service. */
	change(random: Random): void {
		const row = this.rows[random.whole(0, this.rows.length - 1)];
		if (!row || random.percent(30)) this.#add(random);
		else if (random.percent(25)) this.rows = this.rows.filter((each) => each !== row);
		else this.#replace(row, random.percent(60) ? random.pick(pairs) : row.pair);
	}

	/** Some id, mostly of one that is there. */
	idOf(random: Random): string {
		return `${this.#name}${random.whole(1, this.#created + 1)}`;
	}

	#add(random: Random): void {
		const created = ++this.#created;
		const row = {
			id: `${this.#name}${created}`,
			created,
			pair: random.pick(pairs),
			updated: ++this.#updated,
		};
		this.rows = [row, ...this.rows];
	}

	#replace(row: Row, pair: string): void {
		const next = { ...row, pair, updated: ++this.#updated };
		this.rows = this.rows.map((each) => (each === row ? next : each));
	}
}

/** What an address asks for: one referral, or a part of the list. */
export type Asked = { readonly id: string } | { readonly part: Part };

export function readUrl(url: string): Asked {
	const [path = '', query = ''] = url.split('?');
	const id = /\/referrals\/(.+)$/.exec(path)?.[1];
	if (id !== undefined) return { id };
	const [, token] = /skiptoken=(.*)$/.exec(query) ?? [];
	if (token !== undefined) {
		const [status = '', substatus = '', engagement = '', after] = token.split('.');
		return { part: { status, substatus, engagement, after: Number(after) } };
	}
	const filter = decodeURIComponent(query);
	const [, status = ''] = /[= ]status eq '(\w+)'/.exec(filter) ?? [];
	const [, substatus = ''] = /substatus eq '(\w+)'/.exec(filter) ?? [];
	const [, engagement = ''] = /engagementId eq '(\w+)'/.exec(filter) ?? [];
	return { part: { status, substatus, engagement, after: Number.POSITIVE_INFINITY } };
}

/** The page of a part, of rows as they were at some time. */
export function pageIn(rows: readonly Row[], part: Part, junk: number): Rows {
	const { status, substatus, engagement, after } = part;
	const pair = status === '' ? '' : `${status}/${substatus}`;
	const left = rows.filter(
		(row) =>
			row.created < after &&
			row.pair.startsWith(pair) &&
			(engagement === '' || engagementOf(row) === engagement),
	);
	const page = left.slice(0, pageSize);
	const last = page.at(-1);
	if (!last || left.length <= pageSize) return { rows: page, junk };
	return { rows: page, junk, next: [status, substatus, engagement, last.created].join('.') };
}

/** A referral as the service writes it. */
export function jsonOf(row: Row): object {
	const { id, created, pair, updated } = row;
	const [status, substatus] = pair.split('/');
	const createdDateTime = `2026-01-01T00:00:${`${created}`.padStart(2, '0')}Z`;
	// In the digits that most would drop.
	const updatedDateTime = `2026-02-01T00:00:00.${`${updated}`.padStart(7, '0')}Z`;
	const engagementId = engagementOf(row);
	return { id, engagementId, status, substatus, createdDateTime, updatedDateTime, name: `${id} ${updated}` };
}

/** The number of an update, out of what the product has read. */
export function updateIn({
	updatedDateTime = '',
}: {
	readonly updatedDateTime?: string | undefined;
}): number {
	return Number(/\.(\d+)Z/.exec(updatedDateTime)?.[1]);
}

/** Two lists in one body are read as the last, but not packed, which takes longer than all the rest. */
export function replyOf({ rows, junk }: Rows, link: string | undefined): Reply {
	const elements = [
		...rows.map((row) => JSON.stringify(jsonOf(row))),
		...Array.from({ length: junk }, () => '7'),
	];
	const next = link === undefined ? '' : `,"@odata.nextLink":${JSON.stringify(link)}`;
	return replied(`{"value":[0,0,0,0,0],"value":[${elements.join()}]${next}}`);
}
