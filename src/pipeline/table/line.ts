import * as l10n from '@vscode/l10n';
import type { Worth } from '../../listing/arranging/worth.ts';
import { plural } from '../../text/plural.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';
import type { Line } from '../messages/lines.ts';
import { badgesOf } from './badges.ts';
import type { InLine } from './layout.ts';
import { shortWorth } from './sums.ts';
import type { Group } from './view.ts';

/** What putting lines into words needs. */
interface LineGround {
	readonly columns: readonly TableColumn[];
	readonly context: ColumnContext;
	isSelected(id: string): boolean;
	worthOf(group: Group): readonly Worth[];
}

/** A line in words. */
export function lineFor(what: InLine, { columns, context, isSelected, worthOf }: LineGround): Line {
	if (what.kind === 'group') {
		const { key, label, count } = what.group;
		const text = groupText(count, worthOf(what.group), context);
		return { kind: 'group', key, label, text, open: what.open };
	}
	const { row } = what;
	const { id } = row.referral;
	return {
		...{ kind: 'row', id, selected: isSelected(id) },
		cells: columns.map((column) => column.words(row, context)),
		badges: badgesOf(row, context),
	};
}

function groupText(count: number, worth: readonly Worth[], { presenter }: ColumnContext): string {
	const text = plural(count, {
		one: l10n.t('1 referral'),
		other: l10n.t('{0} referrals', presenter.count(count)),
	});
	return [text, shortWorth(worth, presenter)].filter((part) => part).join(' · ');
}
