import { valueAt } from '../../export/column.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { namesIn } from '../../referral/fields/catalogue.ts';
import type { FieldKind, KnownField } from '../../referral/fields/field.ts';
import { instantIn } from '../../referral/instant.ts';
import { statuses, substatusesOf } from '../../referral/lifecycle.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { folded } from '../../text/folded.ts';
import type { FilterKind } from '../messages/state.ts';
import { cellText } from './cell.ts';
import type { ColumnContext, ColumnValues, TableColumn } from './column.ts';
import { slim } from './slim.ts';

/** How columns of a kind can be filtered, and how wide they are; a kind that no cell can show has none. */
const looks: Readonly<Partial<Record<FieldKind, readonly [filterKind: FilterKind, width: number]>>> = {
	text: ['words', 180],
	note: ['words', 260],
	code: ['values', 120],
	id: ['words', 160],
	number: ['numbers', 90],
	money: ['numbers', 120],
	date: ['days', 110],
	instant: ['days', 160],
	flag: ['values', 90],
	address: ['words', 240],
	people: ['words', 200],
	list: ['words', 200],
};

/** The column of a field of the catalogue; undefined where no cell could show it. @param path its path in there */
export function fieldColumn(path: string, { kind, label }: KnownField): TableColumn | undefined {
	const look = looks[kind];
	if (!look) return undefined;
	const [filterKind, width] = look;
	const name = namesIn(path).at(-1) ?? '';
	const valueOn = valueIn(path);
	const isNumber = kind === 'number' || kind === 'money';
	const atHand = path === 'name' ? dealOf : customerOf;
	const isAtHand = path === 'name' || path === 'customerProfile.name';
	return {
		...{ id: path, label, filterKind, isNumber, width, changes: false },
		needsJson: !slim.has(path),
		keyOf: isAtHand ? atHand : keyFor(kind, path, valueOn),
		words: (row, { presenter }) =>
			kind === 'money' ? presenter.value(row.referral) : cellText(valueOn(row), kind, name, presenter),
		...(path === 'customerProfile.name' && { textOf: customerNameOf }),
		...valuesFor(kind, path, valueOn),
	};
}

function dealOf({ names }: ListedReferral): string {
	return names.slice(0, names.indexOf('\n'));
}

function customerOf({ customer }: ListedReferral): string {
	return customer;
}

/** As it is shown: in presentation mode, the key is the number of a customer alone. */
function customerNameOf({ names }: ListedReferral): string {
	return names.slice(names.indexOf('\n') + 1);
}

type Reading = (row: ListedReferral) => unknown;

function valueIn(path: string): Reading {
	const read = slim.get(path);
	if (read) return ({ referral }) => read(referral);
	const names = namesIn(path);
	return ({ json }) => valueAt(json, names);
}

function keyFor(kind: FieldKind, path: string, valueOn: Reading): TableColumn['keyOf'] {
	switch (kind) {
		case 'date':
		case 'instant':
			return (row) => instantOf(valueOn(row));
		case 'number':
			return (row) => numberOf(valueOn(row));
		case 'money':
			return ({ value }) => value;
		case 'flag':
			return (row) => flagOf(valueOn(row));
		default:
			return stageKey(path, valueOn) ?? wordsKey(kind, path, valueOn);
	}
}

function instantOf(value: unknown): number {
	return (typeof value === 'string' ? instantIn(value) : undefined) ?? Number.NaN;
}

function numberOf(value: unknown): number {
	return typeof value === 'number' ? value : Number.NaN;
}

function flagOf(value: unknown): number {
	return typeof value === 'boolean' ? Number(value) : Number.NaN;
}

const known: readonly string[] = [...statuses, ...statuses.flatMap((status) => substatusesOf[status])];
const stages: ReadonlyMap<string, number> = new Map(
	known.map((word, place) => [word.toLowerCase(), place] as const),
);

/** Statuses stand in the order of a referral's life; others come after those that are known. */
function stageKey(path: string, valueOn: Reading): TableColumn['keyOf'] | undefined {
	if (path !== 'status' && path !== 'substatus') return undefined;
	return (row) => {
		const value = valueOn(row);
		return typeof value === 'string' && value !== '' ? stagePlace(value) : Number.NaN;
	};
}

function stagePlace(value: string): number {
	return stages.get(value.toLowerCase()) ?? known.length;
}

function wordsKey(kind: FieldKind, path: string, valueOn: Reading): TableColumn['keyOf'] {
	const name = namesIn(path).at(-1) ?? '';
	if (kind === 'code') return codeKey(name, valueOn);
	return (row, { presenter }) => folded(cellText(valueOn(row), kind, name, presenter));
}

/** More different codes than these are none. */
const mostCodes = 5_000;

/** A few codes are those of all rows, so that each is put into words once. */
function codeKey(name: string, valueOn: Reading): TableColumn['keyOf'] {
	const known = new WeakMap<Presenter, Map<string, string>>();
	return (row, { presenter }) => {
		const code = valueOn(row);
		if (typeof code !== 'string') return '';
		const keys = known.get(presenter) ?? new Map<string, string>();
		const before = keys.get(code);
		if (before !== undefined) return before;
		const key = folded(cellText(code, 'code', name, presenter));
		if (keys.size < mostCodes) known.set(presenter, keys.set(code, key));
		return key;
	};
}

function valuesFor(kind: FieldKind, path: string, valueOn: Reading): { readonly values?: ColumnValues } {
	if (kind === 'flag') return { values: flags(valueOn) };
	if (kind !== 'code' && !grouped.has(path)) return {};
	const name = namesIn(path).at(-1) ?? '';
	const isStage = name === 'status' || name === 'substatus';
	const label = (value: string, { presenter }: ColumnContext) => cellText(value, kind, name, presenter);
	const of = (row: ListedReferral) => {
		const value = valueOn(row);
		return typeof value === 'string' ? value : '';
	};
	return { values: { of, label, ...(isStage && { place: stagePlace }) } };
}

/** What somebody typed, and many referrals have in common all the same. */
const grouped: ReadonlySet<string> = new Set([
	...['customerProfile.name', 'inviteContext.invitedBy.organizationName', 'organizationName', 'campaignId'],
	'statusReason',
	...['city', 'state', 'region'].map((name) => `customerProfile.address.${name}`),
]);

function flags(valueOn: Reading): ColumnValues {
	return {
		of: (row) => {
			const value = valueOn(row);
			return typeof value === 'boolean' ? `${value}` : '';
		},
		label: (value, { presenter }) => cellText(value === 'true', 'flag', '', presenter),
		place: (value) => (value === 'true' ? 0 : 1),
	};
}
