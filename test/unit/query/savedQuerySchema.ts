import type { FieldName } from '../../../src/query/field.ts';
import { queryFields } from '../../../src/query/fields.ts';
import { sorts } from '../../../src/query/query.ts';

// What JSON schema can say of what the readers take; the rest is reported when the setting is read.
const span = '[1-9]\\d{0,2}[hdwmyHDWMY]';
const day = '\\d{4}-\\d{2}-\\d{2}';
const time = `${day}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?`;
const seen = { pattern: '\\S' };
const patterns: Partial<Record<FieldName, object>> = {
	updatedSince: { pattern: `^(${span}|${time})$` },
	updatedBefore: { pattern: `^(${span}|${time})$` },
	engagementId: { ...seen, maxLength: 200 },
	teamEmail: { pattern: "^[^\\s@]+@[^\\s@'][^\\s@'.]*\\.[^\\s@']+$" },
	country: { pattern: '^[A-Za-z]{2}$' },
	advanced: { ...seen, maxLength: 2000 },
	text: { ...seen, maxLength: 200 },
	valueAtLeast: { minimum: 0 },
	valueAtMost: { minimum: 0 },
	currency: { pattern: '^[A-Za-z]{3}$' },
	expiresWithin: { pattern: `^${span}$` },
	product: { ...seen, maxLength: 200 },
	solutionArea: { ...seen, maxLength: 200 },
};

/** One value, a list of them, or what is not to be, alone or as a list. */
function severalOf(one: object): object {
	const list = { type: 'array', items: one, minItems: 1, maxItems: 50, uniqueItems: true };
	const not = {
		type: 'object',
		properties: { not: { anyOf: [one, list] } },
		required: ['not'],
		additionalProperties: false,
	};
	return { anyOf: [one, list, not] };
}

/** The JSON schema of one saved query, so that settings.json completes and checks it. */
export function savedQuerySchema(): object {
	const conditions = queryFields.map(({ name, label, kind, values, meaning, example, enterSeveral }) => {
		const one = {
			type: kind,
			...(values && { enum: values }),
			...patterns[name],
			...(patterns[name] &&
				'pattern' in patterns[name] && {
					patternErrorMessage: `${label()}: an example that works is ${example}.`,
				}),
		};
		return [name, { ...(enterSeveral ? severalOf(one) : one), description: meaning() }];
	});
	return {
		type: 'object',
		required: ['name'],
		additionalProperties: false,
		properties: {
			name: { type: 'string', minLength: 1, description: 'What the query is called.' },
			row: {
				type: 'boolean',
				default: false,
				description: 'Whether the query stands as a row of its own above the tree.',
			},
			...Object.fromEntries(conditions),
			sort: { type: 'string', enum: sorts, default: 'newest', description: 'The order of the referrals.' },
		},
		defaultSnippets: [
			{ label: 'New in the US', body: { name: 'New in the US', status: 'New', country: 'US' } },
		],
	};
}
