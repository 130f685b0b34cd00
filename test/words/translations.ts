import {
	type CallExpression,
	isCallExpression,
	isFunctionLikeDeclaration,
	isObjectLiteralExpression,
	isPropertyAccessExpression,
	isPropertyAssignment,
	isStringLiteralLikeNode,
	type Node,
	type SourceFile,
} from 'typescript/unstable/ast';

/** A text that is translated where it is shown. */
export interface Translation {
	/** In English, which is its name in the bundle; undefined when the call gives no literal. */
	readonly key: string | undefined;
	/** Whether it is made when its file is loaded, at which time nobody knows the language. */
	readonly atLoad: boolean;
	/** Whether the editor translates it, or the library for what doesn't know the editor. */
	readonly byEditor: boolean;
	readonly line: number;
}

/** All calls of `l10n.t` in a file. */
export function translationsIn(file: SourceFile): readonly Translation[] {
	const found: Translation[] = [];
	const visit = (node: Node, atLoad: boolean): void => {
		if (isTranslation(node))
			found.push({
				key: keyOf(node),
				atLoad,
				byEditor: node.expression.getText(file) === 'vscode.l10n.t',
				line: lineOf(node, file),
			});
		const inside = atLoad && !isFunctionLikeDeclaration(node);
		node.forEachChild((child) => visit(child, inside));
	};
	visit(file, true);
	return found;
}

/** Whether a node is a call that translates a text. */
export function isTranslation(node: Node): node is CallExpression {
	if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return false;
	return /^(?:vscode\.)?l10n\.t$/.test(node.expression.getText());
}

/** Counted from 1. */
export function lineOf(node: Node, file: SourceFile): number {
	return file.text.slice(0, node.getStart(file)).split('\n').length;
}

/** As the bundle has it: with the comment for translators, where there is one. */
function keyOf({ arguments: [first] }: CallExpression): string | undefined {
	if (!first) return undefined;
	if (isStringLiteralLikeNode(first)) return first.text;
	if (!isObjectLiteralExpression(first)) return undefined;
	const message = textUnder('message', first);
	const comment = textUnder('comment', first);
	return comment === undefined ? message : `${message}/${comment}`;
}

function textUnder(name: string, object: Node): string | undefined {
	let text: string | undefined;
	object.forEachChild((child) => {
		if (
			isPropertyAssignment(child) &&
			child.name.getText() === name &&
			isStringLiteralLikeNode(child.initializer)
		)
			text = child.initializer.text;
	});
	return text;
}
