import * as vscode from 'vscode';
import { readSavedQueries, type SavedQuery, savedForm } from '../savedQuery.ts';
import type { QueryShelf } from './shelf.ts';

/** The saved queries of the setting `partnerReferrals.queries`. Entries that can't be read are left as they are. */
export const queries: QueryShelf = {
	read: () => readSavedQueries(entries()),
	save: (saved) => write((all) => [...all.filter((entry) => nameOf(entry) !== saved.name), savedForm(saved)]),
	rename: (name, newName) =>
		write((all) => all.map((entry) => (nameOf(entry) === name ? renamed(entry, newName) : entry))),
	remove: (name) => write((all) => all.filter((entry) => nameOf(entry) !== name)),
	open: async () => {
		await vscode.commands.executeCommand('workbench.action.openSettings', 'partnerReferrals.queries');
	},
};

function entries(): readonly unknown[] {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const value = settings.get<unknown>('queries');
	return Array.isArray(value) ? value : [];
}

async function write(change: (all: readonly unknown[]) => readonly unknown[]): Promise<void> {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	await settings.update('queries', change(entries()), vscode.ConfigurationTarget.Global);
}

function nameOf(entry: unknown): unknown {
	return typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
}

function renamed(entry: unknown, name: SavedQuery['name']): unknown {
	return typeof entry === 'object' && entry !== null ? { ...entry, name } : entry;
}
