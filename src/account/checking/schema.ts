import * as z from 'zod/mini';

/** In characters; no address and no scope is longer. */
const longest = 2000;
const most = 50;

const words = z.string().check(z.maxLength(longest));
const id = z.string().check(z.maxLength(longest), z.trim(), z.regex(/^[\w.-]{0,100}$/));

/** Every setting, as it has to be; the usual values of the manifest are so. */
const Written = z.object({
	source: z.enum(['partnerCenter', 'sample']),
	endpoint: words,
	clientId: id,
	tenantId: id,
	// One text may hold several, as scopes are written elsewhere.
	scopes: z.union([words, z.array(words).check(z.maxLength(most))]),
	network: z.enum(['auto', 'undici', 'editor']),
	queries: z.array(z.unknown()),
	memoryCeiling: z.number().check(z.gte(1)),
	fetchAhead: z.boolean(),
});

/** The name of a setting. */
export type SettingName = keyof z.infer<typeof Written>;

/** All that the user wrote, which may be of any type. */
export type WrittenSettings = Readonly<Record<SettingName, unknown>>;

/** The settings that are not what they have to be, in the order of the schema. */
export function wrongIn(written: WrittenSettings): readonly SettingName[] {
	const read = Written.safeParse(written);
	const wrong = new Set(read.success ? [] : read.error.issues.map(({ path: [name] }) => name));
	return z.keyof(Written).options.filter((name) => wrong.has(name));
}
