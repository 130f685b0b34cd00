import * as l10n from '@vscode/l10n';
import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { fieldLabel } from '../referral/fieldLabel.ts';
import { inline } from './block.ts';
import type { Field } from './fields.ts';

const asked = [
	'consentToContact',
	'consentToToShareInfoWithOthers',
	'consentToShareReferralWithMicrosoftSellers',
] as const;

/** The consents that nobody was asked for, or whose answer didn't come; that is not a "no". */
export function unstatedConsents({ consent }: JsonObject): Field[] {
	const given = isJsonObject(consent) ? consent : {};
	return asked
		.filter((name) => given[name] === undefined || given[name] === null || given[name] === '')
		.map((name) => ['consent', name])
		.map((path) => ({
			path,
			label: fieldLabel(path),
			blocks: [inline({ kind: 'text', text: l10n.t('Not stated') })],
			left: 0,
		}));
}
