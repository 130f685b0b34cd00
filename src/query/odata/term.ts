import type { FieldName } from '../field.ts';
import { queryFields } from '../fields.ts';
import { pointIn } from '../when.ts';
import { isNode, type ODataNode } from './tree.ts';

/** A condition that a field of a query can hold, as it would be typed there. */
export interface ODataTerm {
	readonly name: FieldName;
	readonly value: string;
}

/** Which field of a query means the same as a condition of a filter; undefined when none does exactly. */
export function termIn(node: ODataNode, text: string): ODataTerm | undefined {
	const comparison =
		node.type === 'CommonExpression' ? teamMember(rawOf(node, text)) : comparisonIn(node, text);
	const field = queryFields.find(({ name }) => name === comparison?.name);
	if (!comparison || !field) return undefined;
	const input = field.read(comparison.value);
	if ('refusal' in input) return undefined;
	return isSame(`${input.value}`, comparison.value) ? comparison : undefined;
}

const names: Readonly<Record<string, FieldName>> = {
	'status eq': 'status',
	'substatus eq': 'substatus',
	'engagementId eq': 'engagementId',
	'qualification eq': 'qualification',
	'direction eq': 'direction',
	'type eq': 'type',
	'customerProfile/address/country eq': 'country',
	'updatedDateTime ge': 'updatedSince',
	'updatedDateTime lt': 'updatedBefore',
};

/** Each comparison as it is written and as it is with its sides exchanged. */
const operators: Readonly<Record<string, readonly [string, string]>> = {
	EqualsExpression: ['eq', 'eq'],
	GreaterOrEqualsExpression: ['ge', 'le'],
	GreaterThanExpression: ['gt', 'lt'],
	LesserOrEqualsExpression: ['le', 'ge'],
	LesserThanExpression: ['lt', 'gt'],
};

function comparisonIn({ type, value }: ODataNode, text: string): ODataTerm | undefined {
	const [written, exchanged] = operators[type] ?? [];
	const [left, right] = sidesOf(value);
	if (written === undefined || !left || !right) return undefined;
	const turned = left.type === 'Literal';
	const [path, literal] = turned ? [right, left] : [left, right];
	const name = names[`${rawOf(path, text)} ${turned ? exchanged : written}`];
	const valueText = literalText(literal, text, name === 'updatedSince' || name === 'updatedBefore');
	return name === undefined || valueText === undefined ? undefined : { name, value: valueText };
}

function sidesOf(value: unknown): readonly ODataNode[] {
	if (typeof value !== 'object' || value === null || !('left' in value) || !('right' in value)) return [];
	return isNode(value.left) && isNode(value.right) ? [value.left, value.right] : [];
}

function literalText(node: ODataNode, text: string, instant: boolean): string | undefined {
	if (node.type !== 'Literal') return undefined;
	const raw = rawOf(node, text);
	if (instant) return pointIn(raw) === undefined ? undefined : raw;
	return node.value === 'Edm.String' ? unquoted(raw) : undefined;
}

/** The one form of a condition on a list that is documented, either way round, whatever its member is called. */
function teamMember(raw: string): ODataTerm | undefined {
	const [, name, first] = /^team\/any\( *(\w+) *: *(.*?) *\)$/.exec(raw) ?? [];
	const [, left, right] = /^('.*'|\S+) +eq +('.*'|\S+)$/.exec(first ?? '') ?? [];
	const path = `${name}/email`;
	const literal = left === path ? right : right === path ? left : undefined;
	const value = literal !== undefined && isLiteral.test(literal) ? unquoted(literal) : undefined;
	return value === undefined ? undefined : { name: 'teamEmail', value };
}

const isLiteral = /^'(?:[^']|'')*'$/;

function unquoted(literal: string): string {
	return literal.slice(1, -1).replaceAll("''", "'");
}

function rawOf({ position, next }: ODataNode, text: string): string {
	return text.slice(position, next);
}

/** Instants may be written otherwise, but digits that a query doesn't hold would be lost. */
function isSame(read: string, written: string): boolean {
	return read === written || (/^\d{4}-/.test(read) && !/\.\d*[1-9]/.test(written));
}
