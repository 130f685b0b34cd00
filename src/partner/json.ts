/** A JSON object as it came off the wire. */
export type JsonObject = { readonly [name: string]: unknown };

/** Whether a JSON value is an object rather than a list, a text, a number, a boolean or null. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
