import * as z from 'zod/mini';
import { longest } from '../../text/longest.ts';

const most = 50;

const words = z.string().check(z.maxLength(longest.setting));
const id = words.check(z.refine((text) => /^[\w.-]{0,100}$/.test(text.trim())));
const numberIn = (least: number, most: number) =>
	z.number().check(z.refine((number) => number >= least && number <= most));
const oneOf = (...all: readonly string[]) => words.check(z.refine((text) => all.includes(text)));

/** Every setting, as it has to be; the usual values of the manifest are so. */
const shape = {
	source: oneOf('partnerCenter', 'sample'),
	endpoint: words,
	clientId: id,
	tenantId: id,
	scopes: z.unknown().check(z.refine(areScopes)),
	network: oneOf('auto', 'undici', 'editor'),
	queries: z.array(z.unknown()),
	memoryCeiling: z.number().check(z.refine((megabytes) => megabytes >= 1)),
	fetchAhead: z.boolean(),
	loadOnOpen: z.boolean(),
	autoRefresh: z.boolean(),
	dailyLook: z.boolean(),
	rememberSeen: z.boolean(),
	csvSeparator: oneOf('comma', 'semicolon', 'tab'),
	csvProtectDigits: z.boolean(),
	copyColumns: z.array(words),
	portalAddress: words,
	tabTitle: oneOf('id', 'deal'),
	expiringDays: numberIn(0, 60),
	badge: oneOf('expiring', 'attention', 'changes', 'off'),
	attentionRules: z.record(words, z.boolean()),
	untouchedDays: numberIn(1, 3650),
	acceptedDays: numberIn(1, 3650),
	fiscalYearStart: numberIn(1, 12),
	presentationMode: z.boolean(),
	presentationHidesValues: z.boolean(),
};
const Written = z.object(shape);

/** A list of texts; one text may hold several, as scopes are written elsewhere. */
function areScopes(value: unknown): boolean {
	const all: readonly unknown[] = Array.isArray(value) ? value : [value];
	return all.length <= most && all.every((each) => words.safeParse(each).success);
}

/** The name of a setting. */
export type SettingName = keyof z.infer<typeof Written>;

const names = Object.keys(shape).filter((name): name is SettingName => Object.hasOwn(shape, name));

/** All that the user wrote, which may be of any type. */
export type WrittenSettings = Readonly<Record<SettingName, unknown>>;

/** The settings that are not what they have to be, in the order of the schema. */
export function wrongIn(written: WrittenSettings): readonly SettingName[] {
	const read = Written.safeParse(written);
	const wrong = new Set(read.success ? [] : read.error.issues.map(({ path: [name] }) => name));
	return names.filter((name) => wrong.has(name));
}
