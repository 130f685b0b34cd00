import {
	isBinaryExpression,
	isCallExpression,
	isCaseClause,
	isExportDeclaration,
	isImportDeclaration,
	isNewExpression,
	isPropertyAccessExpression,
	isPropertyAssignment,
	isStringLiteralLikeNode,
	isTaggedTemplateExpression,
	isTemplateExpression,
	isTemplateLiteralToken,
	isTemplateSpan,
	isThrowStatement,
	isTypeNode,
	type Node,
	type SourceFile,
	SyntaxKind,
	type TaggedTemplateExpression,
} from 'typescript/unstable/ast';
import { isTranslation, lineOf } from './translations.ts';

/** A text in the source that looks as if a person read it, and that nothing translates. */
export interface BareWords {
	readonly text: string;
	readonly line: number;
}

/** What is given to a person under these names, whatever it looks like. */
const sinks: ReadonlySet<string> = new Set([
	...[
		'label',
		'detail',
		'description',
		'title',
		'placeholder',
		'placeHolder',
		'prompt',
		'message',
		'tooltip',
	],
	...['saveLabel', 'openLabel', 'contextualTitle', 'validationMessage', 'ariaLabel'],
]);

/** Attributes of elements that are read or read out. */
const attributes = /\s(?:title|label|alt|placeholder|aria-label|aria-description)="([^"]*)"/g;

/**
 * Finds literals that look like words for people: with a space between letters or with one beside a placeholder, with a
 * capital as in "Retry", or given to something that is shown. What is compared, thrown, imported or a type is not.
 */
export function bareWordsIn(file: SourceFile): readonly BareWords[] {
	const found: BareWords[] = [];
	const visit = (node: Node): void => {
		if (isBeyondPeople(node)) return;
		if (isTranslation(node)) {
			for (const part of node.arguments.slice(1)) visit(part);
			return;
		}
		const text = textOf(node);
		if (text !== undefined && isForPeople(node, text)) found.push({ text, line: lineOf(node, file) });
		if (isGlued(node)) found.push({ text: node.getText(file), line: lineOf(node, file) });
		node.forEachChild((child) => visit(child));
	};
	visit(file);
	return found;
}

function isBeyondPeople(node: Node): boolean {
	if (isImportDeclaration(node) || isExportDeclaration(node) || isTypeNode(node) || isThrowStatement(node))
		return true;
	return isNewExpression(node) && /Error$/.test(node.expression.getText());
}

/** What a literal says, without icons and without the markup of a page. */
function textOf(node: Node): string | undefined {
	if (isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText())) return shownIn(node);
	if (!isStringLiteralLikeNode(node) && !isTemplateLiteralToken(node)) return undefined;
	if (isTagged(node)) return undefined;
	return node.text.replace(/\$\([\w~-]+\)/g, '');
}

/** Whether a literal is all of a template with a tag, or a piece of one. */
function isTagged({ parent }: Node): boolean {
	const whole = isTemplateSpan(parent) ? parent.parent : parent;
	return isTaggedTemplateExpression(whole) || isTaggedTemplateExpression(whole.parent);
}

function shownIn({ template }: TaggedTemplateExpression): string {
	const markup = template
		.getText()
		.slice(1, -1)
		.replace(/\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '');
	const read = [...markup.matchAll(attributes)].map(([, text = '']) => text);
	return [markup.replace(/<[^>]*>/g, ' '), ...read].join(' ').replace(/\s+/g, ' ').trim();
}

function isForPeople(node: Node, text: string): boolean {
	if (!/\p{L}/u.test(text) || isCompared(node) || isName(node)) return false;
	if (isTaggedTemplateExpression(node)) return true;
	return /^\p{Lu}\p{Ll}+$/u.test(text) || /\p{L}.* | .*\p{L}/u.test(text) || isGivenToPeople(node);
}

function isCompared({ parent }: Node): boolean {
	if (isCaseClause(parent)) return true;
	return isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText());
}

/** Whether a literal is a name in brackets or before a colon. */
function isName(node: Node): boolean {
	const { parent } = node;
	if (isPropertyAssignment(parent)) return parent.name === node;
	return parent.kind === SyntaxKind.ElementAccessExpression;
}

/** Whether a value goes to a sink or into a template, through conditions and alternatives. */
function isGivenToPeople(node: Node): boolean {
	const { parent } = node;
	if (isPropertyAssignment(parent)) return sinks.has(parent.name.getText());
	if (isCallExpression(parent))
		return /\.show(?:Information|Warning|Error)Message$/.test(parent.expression.getText());
	if (isTemplateSpan(parent)) return node === parent.expression ? !isTagged(node) : isGivenToPeople(parent);
	if (isBinaryExpression(parent) && parent.operatorToken.getText() === '=')
		return isPropertyAccessExpression(parent.left) && sinks.has(parent.left.name.text);
	return passing.includes(parent.kind) && isGivenToPeople(parent);
}

const passing: readonly SyntaxKind[] = [
	...[SyntaxKind.ConditionalExpression, SyntaxKind.BinaryExpression, SyntaxKind.ParenthesizedExpression],
	...[SyntaxKind.TemplateExpression],
];

/** Whether words are stuck to a translated text, or it is bent afterwards: no other language works like that. */
function isGlued(node: Node): boolean {
	if (isPropertyAccessExpression(node))
		return (
			isTranslation(node.expression) && /^(?:to\w*Case|replace\w*|slice|char\w*|concat)$/.test(node.name.text)
		);
	if (isBinaryExpression(node) && node.operatorToken.getText() === '+')
		return [node.left, node.right].some(isTranslation);
	if (!isTemplateExpression(node) || isTaggedTemplateExpression(node.parent)) return false;
	const chunks = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
	const isWord = chunks.some((text) => /\p{L}/u.test(text.replace(/\$\([\w~-]+\)/g, '')));
	return isWord && node.templateSpans.some(({ expression }) => isTranslation(expression));
}
