import * as vscode from 'vscode';
import type { Explorer } from '../listing/explorer.ts';
import type { Received } from '../partner/referral.ts';
import { everything, type Query } from '../query/query.ts';
import { labelOf } from '../referral/label.ts';
import { descriptionOf } from '../referral/rowText.ts';
import { oneLine } from '../text/oneLine.ts';
import { referralById } from './referralById.ts';

/** Where the user wants to go: to a referral, or to what a query finds. */
type Destination = { readonly received: Received | undefined } | { readonly query: Query };

interface PromptOptions {
	readonly title: string;
	/** Whether to offer the referrals of an engagement, too. */
	readonly engagements: boolean;
}

interface Way extends vscode.QuickPickItem {
	readonly go: () => Destination | Promise<Destination>;
}

const guid = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i;

/** More would not be read through. */
const most = 50;

/**
 * Asks for a referral by id, engagement id, a pasted address, the CRM's id, or words of what is loaded.
 * @returns undefined when the user left
 * @throws {PartnerError} such as `gone`
 */
export async function promptForReferral(
	explorer: Explorer,
	{ title, engagements }: PromptOptions,
): Promise<Destination | undefined> {
	const pick = vscode.window.createQuickPick<Way>();
	pick.title = title;
	// Whoever goes and copies an id elsewhere finds it as it was.
	pick.ignoreFocusOut = true;
	pick.placeholder = 'Id, engagement id, address from Partner Center, CRM id, or words of the name';
	const offer = () => {
		pick.items = waysTo(pick.value, explorer, engagements);
	};
	const { promise, resolve } = Promise.withResolvers<Way | undefined>();
	const listeners = [
		pick.onDidChangeValue(offer),
		pick.onDidAccept(() => resolve(pick.selectedItems[0])),
		pick.onDidHide(() => resolve(undefined)),
	];
	offer();
	pick.show();
	const way = await promise;
	vscode.Disposable.from(pick, ...listeners).dispose();
	return way?.go();
}

function waysTo(typed: string, explorer: Explorer, engagements: boolean): Way[] {
	const text = typed.trim();
	const id = guid.exec(text)?.[0].toLowerCase() ?? opaqueId(text);
	const loaded = loadedWays(text, id, explorer);
	if (!id) return loaded;
	return [...loaded, serviceWay(id, explorer), ...(engagements ? [engagementWay(id)] : [])];
}

/** Not every service takes GUIDs for ids; one word with a digit may be one. */
function opaqueId(text: string): string | undefined {
	return /^[\w-]{6,100}$/.test(text) && /\d/.test(text) ? text : undefined;
}

function serviceWay(id: string, explorer: Explorer): Way {
	return {
		label: `$(cloud-download) Ask Partner Center for the referral ${id}`,
		alwaysShow: true,
		go: async () => ({ received: await referralById(explorer, id) }),
	};
}

function engagementWay(id: string): Way {
	return {
		label: `$(filter) Show the referrals of the engagement ${id}`,
		alwaysShow: true,
		go: () => ({ query: { ...everything, engagementId: id } }),
	};
}

function loadedWays(text: string, id: string | undefined, explorer: Explorer): Way[] {
	const words = (id ?? text).toLowerCase();
	const found: Way[] = [];
	for (const received of explorer.received()) {
		if (found.length >= most) break;
		if (searchable(received).includes(words)) found.push(loadedWay(received));
	}
	return found;
}

function searchable({ referral }: Received): string {
	const { id, engagementId, externalReferenceId, name, customerProfile } = referral;
	const parts = [id, engagementId, externalReferenceId, name, customerProfile?.name];
	return parts.join('\n').toLowerCase();
}

function loadedWay(received: Received): Way {
	const { referral } = received;
	const reader = { locale: vscode.env.language, now: Date.now() };
	return {
		label: labelOf(referral),
		description: oneLine(descriptionOf(referral, reader)),
		detail: oneLine([referral.status, referral.substatus, referral.id].join(' · ')),
		alwaysShow: true,
		go: () => ({ received }),
	};
}
