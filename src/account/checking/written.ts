import * as vscode from 'vscode';
import type { WrittenSettings } from './schema.ts';
import { writtenConnection } from './writtenConnection.ts';

/** All settings as they were written, whatever type they are of. */
export function readWritten(): WrittenSettings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return {
		...writtenConnection(settings),
		network: settings.get('network'),
		// Each of these is the user's or a workspace's, which are read one by one.
		queries: settings.inspect('queries')?.globalValue ?? [],
		memoryCeiling: settings.get('memoryCeiling'),
		fetchAhead: settings.get('fetchAhead'),
		loadOnOpen: settings.get('loadOnOpen'),
		autoRefresh: settings.get('autoRefresh'),
		dailyLook: settings.get('dailyLook'),
		rememberSeen: settings.get('rememberSeen'),
		csvSeparator: settings.get('csvSeparator'),
		csvProtectDigits: settings.get('csvProtectDigits'),
		copyColumns: settings.get('copyColumns'),
		portalAddress: settings.get('portalAddress'),
		tabTitle: settings.get('tabTitle'),
		expiringDays: settings.get('expiringDays'),
		badge: settings.get('badge'),
		attentionRules: settings.get('attentionRules'),
		untouchedDays: settings.get('untouchedDays'),
		acceptedDays: settings.get('acceptedDays'),
		fiscalYearStart: settings.get('fiscalYearStart'),
		presentationMode: settings.get('presentationMode'),
		presentationHidesValues: settings.get('presentationHidesValues'),
	};
}
