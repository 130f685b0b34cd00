import * as vscode from 'vscode';
import { attentionKey, expiresSoon, expiringKey } from '../listing/arranging/lenses.ts';
import type { Exploration } from '../listing/exploration.ts';
import { plural } from '../text/plural.ts';

/** What the number on the view's icon counts. */
export type BadgeKind = 'expiring' | 'attention' | 'changes' | 'off';

/**
 * The number on the view's icon, with what it says; undefined where there is nothing to say. It counts what is loaded, and says so.
 * @param changed how many of the loaded referrals are new or have changed since the user looked last
 */
export function badgeOf(
	exploration: Exploration | undefined,
	kind: BadgeKind,
	now: number,
	changed: number,
): vscode.ViewBadge | undefined {
	if (!exploration || kind === 'off') return undefined;
	if (kind === 'changes') return changesBadge(changed, exploration.session.store.size);
	return kind === 'expiring' ? expiringBadge(exploration, now) : attentionBadge(exploration);
}

function changesBadge(value: number, loaded: number): vscode.ViewBadge | undefined {
	if (value === 0) return undefined;
	const all = count(loaded);
	const tooltip = plural(value, {
		one: vscode.l10n.t('1 referral is new or has changed since you last looked, of {0} that are loaded', all),
		other: vscode.l10n.t(
			'{0} referrals are new or have changed since you last looked, of {1} that are loaded',
			count(value),
			all,
		),
	});
	return { value, tooltip };
}

function expiringBadge(exploration: Exploration, now: number): vscode.ViewBadge | undefined {
	const { attention } = exploration.picking.arranging;
	const { value, seen } = expiringIn(exploration, now);
	if (value === 0) return undefined;
	const format = { style: 'unit', unit: 'day', unitDisplay: 'long' } as const;
	const within = attention.expiringDays.toLocaleString(vscode.env.language, format);
	const tooltip = plural(value, {
		one: vscode.l10n.t('1 referral expires within {0}, of {1} that are loaded', within, count(seen)),
		other: vscode.l10n.t(
			'{0} referrals expire within {1}, of {2} that are loaded',
			count(value),
			within,
			count(seen),
		),
	});
	return { value, tooltip };
}

function expiringIn({ arrangement, picking }: Exploration, now: number): { value: number; seen: number } {
	const lens = arrangement.get(attentionKey);
	if (lens) return { value: arrangement.get(expiringKey)?.matching ?? 0, seen: lens.loaded };
	const seen = new Set([...arrangement.values()].flatMap(({ rows }) => rows));
	const { attention } = picking.arranging;
	return { value: [...seen].filter((row) => expiresSoon(row, now, attention)).length, seen: seen.size };
}

function attentionBadge({ arrangement }: Exploration): vscode.ViewBadge | undefined {
	const { matching: value, loaded } = arrangement.get(attentionKey) ?? { matching: 0, loaded: 0 };
	if (value === 0) return undefined;
	const all = count(loaded);
	const tooltip = plural(value, {
		one: vscode.l10n.t('1 referral needs attention, of {0} that are loaded', all),
		other: vscode.l10n.t('{0} referrals need attention, of {1} that are loaded', count(value), all),
	});
	return { value, tooltip };
}

function count(number: number): string {
	return number.toLocaleString(vscode.env.language);
}
