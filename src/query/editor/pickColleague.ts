import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import { asPlain } from '../../text/asPlain.ts';
import { oneLine } from '../../text/oneLine.ts';
import { queryFields } from '../fields.ts';
import { likelyMailOf } from '../mail.ts';
import type { Colleague } from '../team/colleagues.ts';
import { accountWords } from './spoken.ts';

/** Who can be picked. */
interface People {
	/** Those in the teams of what is loaded. */
	readonly colleagues: readonly Colleague[];
	/** How many referrals are loaded. */
	readonly loaded: number;
	/** The user's own mail address, where it is known. */
	readonly own: string | undefined;
	/** Whose referrals are shown now. */
	readonly shown: string | undefined;
}

interface Item extends vscode.QuickPickItem {
	readonly mail?: string;
}

/** Lets the user pick somebody out of the teams of what is loaded, or type another mail address; undefined when they left. */
export async function pickColleague(people: People): Promise<string | undefined> {
	const items = people.colleagues.map((colleague) => itemOf(colleague, people));
	const other: Item = { label: `$(edit) ${vscode.l10n.t('Another mail address…')}` };
	const look = {
		title: title(),
		placeholder: vscode.l10n.t('Somebody in the team of a loaded referral, or anybody else'),
		active: items.find(({ mail }) => isSame(mail, people.shown)),
	};
	const ended = items.length === 0 ? { picked: other } : await pickStep<Item>([...items, other], look);
	if (ended === undefined || ended === 'back') return undefined;
	if (ended.picked.mail !== undefined) return ended.picked.mail;
	const entered = await enterMail(title(), vscode.l10n.t('Mail address, written as on the referral'), {
		back: items.length > 0,
	});
	return entered === 'back' ? pickColleague(people) : entered;
}

/** Asks for the user's own mail address, since their account is called something else; undefined when they left. */
export async function askOwnMail(account: string): Promise<string | undefined> {
	const prompt = vscode.l10n.t(
		'Your account is called “{0}”, which is no mail address. Enter yours as it stands in the teams of your referrals.',
		oneLine(accountWords(account), 60),
	);
	const value = maskNow() ? '' : likelyMailOf(account);
	const entered = await enterMail(vscode.l10n.t('Show Mine'), prompt, { value });
	return entered === 'back' ? undefined : entered;
}

async function enterMail(
	heading: string,
	prompt: string,
	{ back = false, value = '' },
): Promise<string | 'back' | undefined> {
	const field = queryFields.find(({ name }) => name === 'teamEmail');
	const placeholder = field?.example ?? '';
	const look = { title: asPlain(heading), placeholder, prompt: asPlain(prompt), value, back };
	const ended = await enterStep(look, (text) => {
		const read = field?.read(text);
		return read && 'refusal' in read ? read.refusal : undefined;
	});
	return typeof ended === 'object' ? ended.picked.trim() : ended;
}

function itemOf({ mail, referrals }: Colleague, { loaded, own, shown }: People): Item {
	const count = vscode.l10n.t('{0} of {1} loaded', referrals, loaded);
	const isMe = isSame(mail, own);
	const label = asItem(maskNow()?.mail(mail) ?? mail);
	return {
		label: isSame(mail, shown) ? `$(check) ${label}` : `$(person) ${label}`,
		description: asItem(isMe ? vscode.l10n.t('you · {0}', count) : count),
		mail,
	};
}

function isSame(mail: string | undefined, other: string | undefined): boolean {
	return mail !== undefined && mail.toLowerCase() === other?.toLowerCase();
}

function title(): string {
	return vscode.l10n.t("Show a Colleague's");
}
