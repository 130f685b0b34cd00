import {
	type CallExpression,
	type FunctionLikeDeclaration,
	isArrayBindingPattern,
	isArrayLiteralExpression,
	isAsExpression,
	isAwaitExpression,
	isBinaryExpression,
	isBindingElement,
	isBlock,
	isCallExpression,
	isConditionalExpression,
	isElementAccessExpression,
	isFunctionLikeDeclaration,
	isNewExpression,
	isNonNullExpression,
	isObjectLiteralExpression,
	isParameterDeclaration,
	isParenthesizedExpression,
	isPropertyAccessExpression,
	isPropertyAssignment,
	isPropertySignatureDeclaration,
	isReturnStatement,
	isSatisfiesExpression,
	isSetAccessorDeclaration,
	isShorthandPropertyAssignment,
	isSpreadElement,
	isStringLiteralLikeNode,
	isTemplateExpression,
	isVariableDeclaration,
	type Node,
} from 'typescript/unstable/ast';
import { type Checker, SymbolFlags, type Type, TypeFlags } from 'typescript/unstable/sync';
import { isTranslation } from './translations.ts';

/** What can be made of texts without adding to them. */
const passing = /^(?:at|concat|filter|flat|get|join|pop|slice|trim)$/;

/** What makes texts of numbers and dates. */
const formatting = /^(?:format|toLocale\w*String|toISOString)$/;

/**
 * Follows a text to where it comes from: through constants, what functions return, what they are given wherever they are
 * called, and what is put under the name of a property anywhere. What comes from elsewhere, as from JSON, has no origin here.
 */
export class Origins {
	readonly #checker: Checker;
	readonly #makers: RegExp;
	/** What is followed already: what leads back to itself adds nothing. */
	readonly #followed = new Set<Node>();

	/** @param makers the names of the functions that make a stranger's text safe */
	constructor(checker: Checker, makers: RegExp) {
		this.#checker = checker;
		this.#makers = makers;
	}

	/** Whether all of a text is written in the source, is a number, or has come through one of the makers. */
	areOurs(...nodes: readonly Node[]): boolean {
		return nodes.every((node) => {
			if (this.#followed.has(node)) return true;
			this.#followed.add(node);
			try {
				return this.#isOurs(node);
			} finally {
				this.#followed.delete(node);
			}
		});
	}

	#isOurs(node: Node): boolean {
		if (isStringLiteralLikeNode(node)) return true;
		const pieces = piecesOf(node);
		if (pieces) return this.areOurs(...pieces);
		if (isFunctionLikeDeclaration(node)) return this.#areSome(returnedBy(node));
		if (this.#isFixed(this.#checker.getTypeAtLocation(node))) return true;
		if (isCallExpression(node)) return this.#isMade(node);
		if (isElementAccessExpression(node)) return this.areOurs(node.expression);
		return this.#isNamed(node);
	}

	#isMade({ expression: called, arguments: given }: CallExpression): boolean {
		if (this.#makers.test(called.getText())) return true;
		// One of the two forms that it's given, so that what others give it elsewhere says nothing.
		if (/^(?:plural|Object\.entries)$/.test(called.getText())) return this.areOurs(...given);
		if (!isPropertyAccessExpression(called)) return this.areOurs(called);
		if (formatting.test(called.name.text)) return true;
		if (called.name.text === 'map') return this.areOurs(...given) || this.areOurs(called.expression);
		return this.areOurs(passing.test(called.name.text) ? called.expression : called);
	}

	/** Numbers, and texts that the type knows word by word: no stranger writes those. */
	#isFixed(type: Type | undefined): boolean {
		if (!type) return false;
		if (type.isUnionType()) return type.getTypes().every((each) => this.#isFixed(each));
		if (type.isTypeReference() && this.#checker.isArrayLikeType(type))
			return this.#checker.getTypeArguments(type).every((each) => this.#isFixed(each));
		const fixed = TypeFlags.Literal | TypeFlags.NumberLike | TypeFlags.BooleanLike | TypeFlags.Nullable;
		return (type.flags & fixed) !== 0;
	}

	/** Whether all that a name stands for is ours. */
	#isNamed(node: Node): boolean {
		const name = isPropertyAccessExpression(node) ? node.name : node;
		const found = this.#checker.getSymbolAtLocation(name);
		if (!found) return false;
		const symbol = found.flags & SymbolFlags.Alias ? this.#checker.getAliasedSymbol(found) : found;
		const values = symbol.declarations.map((handle) => this.#valuesOf(handle.resolve()));
		return values.length > 0 && values.every((each) => this.#areSome(each));
	}

	/** What has no origin here isn't ours. */
	#areSome(values: readonly Node[]): boolean {
		return values.length > 0 && this.areOurs(...values);
	}

	/** What a declaration gets its values from, as far as that is in the source; nothing where it's unknown. */
	#valuesOf(declared: Node | undefined): readonly Node[] {
		if (!declared) return [];
		if (isFunctionLikeDeclaration(declared)) return [declared];
		if (isVariableDeclaration(declared)) return declared.initializer ? [declared.initializer] : [];
		if (isParameterDeclaration(declared)) return this.#argumentsFor(declared);
		if (isBindingElement(declared)) return this.#boundTo(declared);
		if (isPropertySignatureDeclaration(declared) || isPropertyAssignment(declared))
			return this.#putUnder(declared.name);
		if (isShorthandPropertyAssignment(declared)) return this.#shorthand(declared);
		return [];
	}

	#argumentsFor(parameter: Node): readonly Node[] {
		const { parent } = parameter;
		if (isSetAccessorDeclaration(parent)) return this.#assignedTo(parent.name);
		if (!isFunctionLikeDeclaration(parent)) return [];
		const index = parent.parameters.findIndex(({ pos }) => pos === parameter.pos);
		// A function that is a constant is called by the name of that.
		const usages = this.#checker.getSignatureUsage(
			isVariableDeclaration(parent.parent) ? parent.parent : parent,
		);
		const given = usages.map(({ call }) => {
			const node = call?.resolve();
			return node && isCallExpression(node) ? node.arguments[index] : undefined;
		});
		return given.every((each) => each !== undefined) ? given : [];
	}

	#boundTo(element: Node): readonly Node[] {
		if (!isBindingElement(element)) return [];
		const bound = element.parent.parent;
		if (isArrayBindingPattern(element.parent))
			return isVariableDeclaration(bound) && bound.initializer ? [bound.initializer] : [];
		const type = this.#checker.getTypeAtLocation(element.parent);
		const name = (element.propertyName ?? element.name)?.getText() ?? '';
		const property = type && this.#checker.getPropertyOfType(type, name);
		return property?.declarations.flatMap((handle) => this.#valuesOf(handle.resolve())) ?? [];
	}

	#putUnder(name: Node): readonly Node[] {
		return this.#referencesTo(name).flatMap(({ parent }) => {
			if (isPropertyAssignment(parent)) return [parent.initializer];
			return isShorthandPropertyAssignment(parent) ? this.#shorthand(parent) : [];
		});
	}

	#assignedTo(name: Node): readonly Node[] {
		return this.#referencesTo(name).flatMap(({ parent: access }) => {
			const { parent } = access;
			return isBinaryExpression(parent) && parent.left === access ? [parent.right] : [];
		});
	}

	#referencesTo(name: Node): readonly Node[] {
		return this.#checker
			.getReferencedSymbolsForNode(name, name.getStart())
			.flatMap(({ references }) => references)
			.flatMap((handle) => handle.resolve() ?? []);
	}

	#shorthand(node: Node): readonly Node[] {
		const symbol = this.#checker.getShorthandAssignmentValueSymbol(node);
		return symbol?.declarations.flatMap((handle) => this.#valuesOf(handle.resolve())) ?? [];
	}
}

/** What a text is put together from, or is one of. */
function piecesOf(node: Node): readonly Node[] | undefined {
	if (
		isParenthesizedExpression(node) ||
		isAsExpression(node) ||
		isSatisfiesExpression(node) ||
		isNonNullExpression(node) ||
		isAwaitExpression(node) ||
		isSpreadElement(node)
	)
		return [node.expression];
	if (isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
	if (isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
	if (isArrayLiteralExpression(node)) return [...node.elements];
	if (isTranslation(node)) return node.arguments.slice(1);
	if (isNewExpression(node)) return node.arguments;
	if (isBinaryExpression(node))
		return node.operatorToken.getText() === '&&' ? [node.right] : [node.left, node.right];
	if (isObjectLiteralExpression(node))
		return node.properties.map((each) => (isPropertyAssignment(each) ? each.initializer : each));
	return undefined;
}

function returnedBy(made: FunctionLikeDeclaration): readonly Node[] {
	const { body } = made;
	if (!body || !isBlock(body)) return body ? [body] : [];
	const found: Node[] = [];
	const visit = (node: Node): void => {
		if (isFunctionLikeDeclaration(node)) return;
		if (isReturnStatement(node) && node.expression) found.push(node.expression);
		else node.forEachChild(visit);
	};
	body.forEachChild(visit);
	return found;
}
