import * as l10n from '@vscode/l10n';

/** How large a company is: `51to250employees` as "51 to 250 employees"; sizes of no such form as they are. */
export function sizeText(size: string): string {
	const [, from, least, most = ''] = /^(?:(\d+)to|(Morethan))(\d+)employees$/.exec(size) ?? [];
	if (from) return l10n.t('{0} to {1} employees', from, most);
	return least ? l10n.t('More than {0} employees', most) : size;
}
