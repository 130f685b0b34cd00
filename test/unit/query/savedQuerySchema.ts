import { type FieldName, queryFields } from '../../../src/query/fields.ts';
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
};

/** The JSON schema of one saved query, so that settings.json completes and checks it. */
export function savedQuerySchema(): object {
	const conditions = queryFields.map(({ name, label, kind, values, meaning, example }) => [
		name,
		{
			type: kind,
			...(values && { enum: values }),
			...patterns[name],
			...(patterns[name] &&
				'pattern' in patterns[name] && {
					patternErrorMessage: `${label()}: an example that works is ${example}.`,
				}),
			description: meaning(),
		},
	]);
	return {
		type: 'object',
		required: ['name'],
		additionalProperties: false,
		properties: {
			name: { type: 'string', minLength: 1, description: 'What the query is called.' },
			...Object.fromEntries(conditions),
			sort: { type: 'string', enum: sorts, default: 'newest', description: 'The order of the referrals.' },
		},
		defaultSnippets: [
			{ label: 'New in the US', body: { name: 'New in the US', status: 'New', country: 'US' } },
		],
	};
}
