import * as vscode from 'vscode';
import {
	type AttentionRule,
	type AttentionWishes,
	attentionRules,
	usualAttention,
} from '../referral/attention/wishes.ts';
import type { BadgeKind } from '../tree/badge.ts';

/** What the user wants to be told of a day's work. */
export interface DaySettings {
	readonly attention: AttentionWishes;
	/** The first month of a fiscal year, from 1. */
	readonly fiscalYearStart: number;
	readonly badge: BadgeKind;
}

/** Reads what the user wants to be told of, as it is now; what is of another type, or no sense, counts as not written. */
export function readDaySettings(): DaySettings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const number = (name: string, least: number, most: number, usual: number) =>
		numberIn(settings.get(name), least, most) ?? usual;
	return {
		attention: {
			rules: rulesIn(settings.get('attentionRules')),
			expiringDays: number('expiringDays', 0, 60, usualAttention.expiringDays),
			untouchedDays: number('untouchedDays', 1, 3650, usualAttention.untouchedDays),
			acceptedDays: number('acceptedDays', 1, 3650, usualAttention.acceptedDays),
		},
		fiscalYearStart: Math.trunc(number('fiscalYearStart', 1, 12, 7)),
		badge: badgeIn(settings.get('badge')),
	};
}

/** Whether a change of settings changes any of that. */
export function concernsDay(event: vscode.ConfigurationChangeEvent): boolean {
	const names = [
		'attentionRules',
		'expiringDays',
		'untouchedDays',
		'acceptedDays',
		'fiscalYearStart',
		'badge',
	];
	return names.some((name) => event.affectsConfiguration(`partnerReferrals.${name}`));
}

function numberIn(value: unknown, least: number, most: number): number | undefined {
	return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

/** All but those that the user switched off. */
function rulesIn(value: unknown): ReadonlySet<AttentionRule> {
	const written = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
	return new Set(attentionRules.filter((rule) => written.get(rule) !== false));
}

function badgeIn(value: unknown): BadgeKind {
	return value === 'attention' || value === 'changes' || value === 'off' ? value : 'expiring';
}
