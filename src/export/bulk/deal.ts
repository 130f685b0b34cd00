import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { isJsonObject, type JsonObject } from '../../partner/json.ts';
import { listOf } from '../../referral/fields/listOf.ts';
import { instantIn } from '../../referral/instant.ts';
import { valueAt } from '../column.ts';
import { type CellName, helpCodes, intents, no, pathOf, yes } from './columns.ts';

/** A deal as the bulk file has it. */
export interface BulkDeal {
	/** The text of a cell, as it was sent; empty where nothing was. */
	cell(name: CellName): string;
	/** The parts of each solution: id, currency, price, quantity. */
	readonly solutions: readonly Parts[];
	/** The parts of each member of the team: first name, last name, phone number, mail address. */
	readonly members: readonly Parts[];
	/** Whether it has details for which the file has columns that only the portal knows how to fill. */
	readonly hasIot: boolean;
}

/** What stands in one cell, with commas between. */
export type Parts = readonly string[];

/** Reads a deal for the file, as it was sent: a masked one would change the deal when it is uploaded. */
export function bulkDealOf({ sent }: Pick<ListedReferral, 'sent'>): BulkDeal {
	const { json } = sent;
	return {
		cell: (name) => cellIn(json, name),
		solutions: partsAt(json, ['details', 'requirements', 'solutions'], solutionNames),
		members: partsAt(json, ['team'], memberNames),
		hasIot: listOf(valueAt(json, ['details', 'requirements', 'additionalRequirements', 'iot'])).length > 0,
	};
}

function cellIn(json: JsonObject, name: CellName): string {
	const text = textOf(valueAt(json, pathOf(name)));
	return cells.get(name)?.(text, json) ?? text;
}

/** Makes the text of a cell of what was sent. */
type Cell = (text: string, json: JsonObject) => string;

/** Those that are written in another way than they were sent. */
const cells: ReadonlyMap<CellName, Cell> = new Map<CellName, Cell>([
	// Real data has it in either.
	['state', (text, json) => text || textOf(valueAt(json, ['customerProfile', 'address', 'region']))],
	['closeDate', dateText],
	['help', (code) => (isHelp(code) ? yes : no)],
	['helpNumber', (code) => (isHelp(code) ? (helpCodes.get(code.toLowerCase()) ?? code) : '')],
	['intent', intentText],
]);

function isHelp(code: string): boolean {
	return code !== '' && !/^(?:unknown|none)$/i.test(code);
}

const solutionNames = ['id', 'currency', 'price', 'quantity'];
const memberNames = ['firstName', 'lastName', 'phoneNumber', 'email'];

function partsAt(json: JsonObject, path: readonly string[], names: readonly string[]): readonly Parts[] {
	return listOf(valueAt(json, path)).map((each) =>
		isJsonObject(each) ? names.map((name) => textOf(each[name])) : [textOf(each)],
	);
}

function textOf(value: unknown): string {
	if (typeof value === 'boolean') return value ? yes : no;
	return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

/** MM/DD/YYYY in UTC, as the portal reads it; what is no date stays as it came. */
function dateText(text: string): string {
	const instant = instantIn(text);
	if (instant === undefined) return text;
	const [year, month, day] = new Date(instant).toISOString().slice(0, 10).split('-');
	return `${month}/${day}/${year}`;
}

/** Nobody documents how it is spelt on the wire. */
function intentText(text: string): string {
	return intents.get(text.toLowerCase().replace(/[^a-z]/g, '')) ?? text;
}
