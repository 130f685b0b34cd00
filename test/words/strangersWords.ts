import {
	isBinaryExpression,
	isCallExpression,
	isExpressionStatement,
	isNewExpression,
	isPropertyAccessExpression,
	isPropertyAssignment,
	isShorthandPropertyAssignment,
	type Node,
	type SourceFile,
} from 'typescript/unstable/ast';
import type { Checker } from 'typescript/unstable/sync';
import { Origins } from './origins.ts';
import { lineOf } from './translations.ts';

/** A place where the editor shows a text, and what makes one safe for it. */
interface Surface {
	readonly name: string;
	/** The text that is given to it, where a node gives one. */
	takes(node: Node, path: string): Node | undefined;
	/** The functions of `text/` through which a stranger's words come to it. */
	readonly makers: RegExp;
}

/** A text that came to a surface, and of which isn't plain that no stranger has written it. */
export interface StrangersWords {
	readonly surface: string;
	readonly text: string;
	readonly line: number;
}

const surfaces: readonly Surface[] = [
	{
		name: 'notification',
		takes: (node) =>
			isCallExpression(node) && /\.show(?:Information|Warning|Error)Message$/.test(node.expression.getText())
				? node.arguments[0]
				: undefined,
		makers: /^as(?:Plain|Item)$/,
	},
	{
		name: 'Markdown',
		takes: (node) =>
			(isNewExpression(node) && /\bMarkdownString$/.test(node.expression.getText())) ||
			(isCallExpression(node) && /\.appendMarkdown$/.test(node.expression.getText()))
				? node.arguments?.[0]
				: undefined,
		makers: /^asMarkdown$/,
	},
	{
		name: 'progress',
		takes: (node, path) => (path.startsWith('editor/') ? given(node, /^message$/) : undefined),
		makers: /^as(?:Plain|Item)$/,
	},
	{
		name: 'input',
		takes: (node) => given(node, /^(?:prompt|validationMessage)$/),
		makers: /^as(?:Plain|Item)$/,
	},
	{
		name: 'list',
		takes: (node, path) =>
			/^(?:commands|export|query)\//.test(path) ? given(node, /^(?:label|description|detail)$/) : undefined,
		makers: /^asItem$/,
	},
	{
		name: 'title',
		takes: (node, path) =>
			/^(?:commands|editor|export|query|tree)\/|^details\/editor\//.test(path)
				? given(node, /^(?:title|placeholder|placeHolder)$/)
				: undefined,
		makers: /^(?:oneLine|as(?:Plain|Item))$/,
	},
	{
		name: 'tree',
		takes: (node, path) =>
			path.startsWith('tree/') ? given(node, /^(?:label|description|tooltip|message)$/) : undefined,
		makers: /^(?:oneLine|nameText|asItem)$/,
	},
];

/** The texts of a file that come to a surface by a way on which nothing made them safe. */
export function strangersWordsIn(
	file: SourceFile,
	path: string,
	checker: Checker,
): readonly StrangersWords[] {
	const found: StrangersWords[] = [];
	const visit = (node: Node): void => {
		for (const { name, takes, makers } of surfaces) {
			const text = takes(node, path);
			if (text && !new Origins(checker, makers).areOurs(text))
				found.push({ surface: name, text: text.getText(file), line: lineOf(node, file) });
		}
		node.forEachChild(visit);
	};
	visit(file);
	return found;
}

/** What is given under a name, as a property or by an assignment. */
function given(node: Node, names: RegExp): Node | undefined {
	if (isPropertyAssignment(node)) return names.test(node.name.getText()) ? node.initializer : undefined;
	if (isShorthandPropertyAssignment(node)) return names.test(node.name.getText()) ? node.name : undefined;
	if (!isExpressionStatement(node) || !isBinaryExpression(node.expression)) return undefined;
	const { left, right, operatorToken } = node.expression;
	if (operatorToken.getText() !== '=' || !isPropertyAccessExpression(left)) return undefined;
	return names.test(left.name.text) ? right : undefined;
}
