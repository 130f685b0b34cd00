/** What our own keys give in the tree. */
const keys = 'keys';

/** Whether a command was run by one of our own keys in the tree. */
export function isByKeys(given: unknown): boolean {
	return typeof given === 'object' && given !== null && 'by' in given && given.by === keys;
}

/** Knows what is selected in the tree. */
export interface Selected {
	/** Those that a menu gave, of which some may be missing. */
	given(elements: readonly unknown[]): Promise<readonly string[]>;
	/** What a key means, the row with the focus first. */
	meantByKeys(): Promise<readonly string[]>;
	/** What the menu of a row on the pipeline page means, in the order in which it is shown. */
	meantOnPage(id: string): Promise<readonly string[]>;
}

/** What the pipeline page calls its rows, where the editor asks for which a menu is. */
const pageSection = 'pipelineRow';

/** The id of a row on the pipeline page, where its menu gave it. */
function idOnPage(given: unknown): string | undefined {
	if (typeof given !== 'object' || given === null) return undefined;
	if (!('webviewSection' in given) || given.webviewSection !== pageSection || !('id' in given))
		return undefined;
	return typeof given.id === 'string' && given.id !== '' ? given.id : undefined;
}

/**
 * Reads what a command was given: menus give the element that they were opened on, and all that are selected where it is one
 * of several; our keys say that they are keys; links and other extensions may give an id, or anything.
 */
export async function givenTo(
	[given, elements]: readonly unknown[],
	selected: Selected,
): Promise<[given?: string, several?: readonly string[]]> {
	const several = await severalIn(given, elements, selected);
	const [first] = several;
	const one = typeof given === 'string' ? given : (idOnPage(given) ?? first);
	if (one === undefined) return [];
	return several.length > 1 ? [one, several] : [one];
}

async function severalIn(given: unknown, elements: unknown, selected: Selected): Promise<readonly string[]> {
	if (isByKeys(given)) return selected.meantByKeys();
	const id = idOnPage(given);
	if (id !== undefined) return selected.meantOnPage(id);
	return Array.isArray(elements) ? selected.given(elements) : [];
}
