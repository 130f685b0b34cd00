import * as l10n from '@vscode/l10n';
import { Numbering } from './numbering.ts';
import { People } from './people.ts';

/** What things are called instead of what they are, the same for the same thing for as long as these are there. */
export class Numbers {
	readonly customers = new Numbering((number) => l10n.t('Customer {0}', number));
	readonly deals = new Numbering((number) => l10n.t('Deal {0}', number));
	readonly countries = new Numbering((number) => l10n.t('Country {0}', number));
	readonly people = new People();
}

/** What stands for a text that is told by nothing. */
export function hidden(): string {
	return l10n.t('(hidden)');
}
