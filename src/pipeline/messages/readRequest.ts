import { isJsonObject, type JsonObject } from '../../partner/json.ts';
import { longest } from '../../text/longest.ts';
import { readFilter } from '../wishes/filter.ts';
import { readColumns } from '../wishes/table.ts';
import { type ChartRequest, type FromPage, plainRequests, rowActions, selectModes } from './requests.ts';

/** More lines than fit on a screen nobody asks for at once. */
const mostLines = 1_000;
/** A picture of a chart, and the drawing of one, are far smaller. */
const [longestPng, longestDrawing, mostDrawings] = [8_000_000, 2_000_000, 12];

/** A message of the page, which shows strangers' text, so that it is believed no further than this. */
export function readRequest(message: unknown): FromPage | undefined {
	if (!isJsonObject(message)) return undefined;
	const plain = plainRequests.find((each) => each === message['type']);
	return plain ? { type: plain } : (readTable(message) ?? readRows(message) ?? readChart(message));
}

function readTable(message: JsonObject): FromPage | undefined {
	const { type, column, add, filter, key, columns } = message;
	if (type === 'columns') return { type, columns: readColumns(columns) };
	if (type === 'toggleGroup' && isText(key)) return { type, key };
	if (!isText(column)) return undefined;
	if (type === 'sort') return { type, column, add: add === true };
	if (type === 'filter') return { type, column, filter: readFilter(filter) };
	return type === 'values' || type === 'groupBy' ? { type, column } : undefined;
}

function readRows(message: JsonObject): FromPage | undefined {
	const { type, stamp, from, count, line, mode, id, action } = message;
	const found = {
		mode: selectModes.find((each) => each === mode),
		action: rowActions.find((each) => each === action),
	};
	if (type === 'lines' && isPlace(stamp) && isPlace(from) && isPlace(count))
		return { type, stamp, from, count: Math.min(count, mostLines) };
	if (type === 'select' && isPlace(stamp) && isPlace(line) && found.mode)
		return { type, stamp, line, mode: found.mode };
	if (!isText(id)) return undefined;
	if (type === 'act' && found.action) return { type, action: found.action, id };
	return type === 'current' ? { type, id } : undefined;
}

function readChart(message: JsonObject): ChartRequest | undefined {
	const { type, chart, choice, mark, search, png, drawings } = message;
	if (type === 'print' && Array.isArray(drawings))
		return { type, drawings: drawings.filter(isDrawing).slice(0, mostDrawings) };
	if (!isText(chart)) return undefined;
	if (type === 'saveCsv') return { type, chart };
	if (type === 'choose' && isText(choice)) return { type, chart, choice };
	if (type === 'mark' && isText(mark)) return { type, chart, mark, search: search === true };
	return type === 'savePng' && typeof png === 'string' && png.length <= longestPng
		? { type, chart, png }
		: undefined;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.length <= longest.item;
}

function isPlace(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isDrawing(value: unknown): value is string {
	return typeof value === 'string' && value.length <= longestDrawing;
}
