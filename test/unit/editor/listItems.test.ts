// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is source, in strings
import assert from 'node:assert/strict';
import {
	isArrowFunction,
	isBinaryExpression,
	isCallExpression,
	isConditionalExpression,
	isIdentifier,
	isParenthesizedExpression,
	isPropertyAssignment,
	isShorthandPropertyAssignment,
	isStringLiteralLikeNode,
	isTemplateExpression,
	isVariableDeclaration,
	type Node,
	type SourceFile,
} from 'typescript/unstable/ast';
import { sources, sourcesOf } from '../../words/sources.ts';
import { isTranslation, lineOf } from '../../words/translations.ts';

/** What is drawn of an item of a list, with icons in it. */
const drawn = /^(?:label|description|detail)$/;

/** Files that fill a list from which people pick. */
const fills = /\bQuickPickItem\b|\bpickStep\(|\bChoice\b|\bshowQuickPick\(/;

/** What gives our own words, or none that anybody is free to choose. */
const ours: ReadonlyMap<string, string> = new Map([
	['field.label()', 'the name of a field'],
	['field.meaning()', 'what a field means'],
	['label()', 'the name of a format'],
	['detail()', 'what a format is for'],
	['sortLabel(sort)', 'one of four orders'],
	['sortLabel(query.sort)', 'one of four orders'],
	['value', 'one of the values that a field has'],
	['id', 'letters, digits and dashes'],
]);

/** Where something is drawn that somebody else may have written, as they have written it. */
function rawIn(file: SourceFile): string[] {
	const found: string[] = [];
	const constants = constantsIn(file);
	const isHarmless = (node: Node): boolean => {
		if (ours.has(node.getText(file))) return true;
		const whole = isIdentifier(node) ? constants.get(node.text) : node;
		return whole !== undefined && (partsOf(whole, file)?.every(isHarmless) ?? false);
	};
	const visit = (node: Node): void => {
		const value = isPropertyAssignment(node) ? node.initializer : node;
		const name = isPropertyAssignment(node) || isShorthandPropertyAssignment(node) ? node.name : undefined;
		if (name && drawn.test(name.getText(file)) && !isHarmless(value === node ? name : value))
			found.push(`line ${lineOf(node, file)}: ${node.getText(file)}`);
		node.forEachChild(visit);
	};
	visit(file);
	return found;
}

function constantsIn(file: SourceFile): ReadonlyMap<string, Node> {
	const constants = new Map<string, Node>();
	const visit = (node: Node): void => {
		if (isVariableDeclaration(node) && node.initializer)
			constants.set(node.name.getText(file), node.initializer);
		node.forEachChild(visit);
	};
	visit(file);
	return constants;
}

/** What has to be harmless for a value to be; undefined when it may be anything. */
function partsOf(node: Node, file: SourceFile): readonly Node[] | undefined {
	if (isStringLiteralLikeNode(node)) return [];
	if (isTranslation(node)) return node.arguments.slice(1);
	if (isCallExpression(node)) return node.expression.getText(file) === 'asItem' ? [] : undefined;
	if (isParenthesizedExpression(node)) return [node.expression];
	if (isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
	if (isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
	if (isBinaryExpression(node)) return [node.left, node.right];
	// What makes a text later.
	return isArrowFunction(node) ? [node.body] : undefined;
}

describe('items of lists', function () {
	this.timeout(60_000);

	it('show nothing that somebody else wrote without making it plain', () => {
		const files = [...sources()].filter(([, file]) => fills.test(file.text));
		assert.ok(files.length > 8, `${files.length} files`);
		const raw = files.flatMap(([name, file]) => rawIn(file).map((where) => `${name}, ${where}`));
		assert.deepEqual(raw, []);
	});

	it('are found out', () => {
		const texts = [
			'const x = { label: referral.name }',
			'const x = { label: `$(bookmark) ${name}` }',
			"const x = { detail: vscode.l10n.t('{0}', name) }",
			'const x = { description: more ? name : "" }',
			'const detail = name; const x = { detail }',
			'const x = { detail: presenter.label(referral) }',
			"const x = { label: vscode.l10n.t('Open'), detail: asItem(name), description: `$(add) ${field.label()}` }",
			"const label = `$(warning) ${l10n.t('Open')}`; const x = { label, tooltip: name }",
		];
		assert.deepEqual(
			sourcesOf(texts).map((file) => rawIn(file).length),
			[1, 1, 1, 1, 1, 1, 0, 0],
		);
	});
});
