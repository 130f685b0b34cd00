/** Puts something in the place of a member of VS Code's API, which the extension finds there, too. @returns what puts it back */
export function replace(object: object, name: string, value: unknown): () => void {
	const before = Object.getOwnPropertyDescriptor(object, name);
	if (!before) throw new Error(`There is no ${name} to replace.`);
	Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
	return () => {
		Object.defineProperty(object, name, before);
	};
}
