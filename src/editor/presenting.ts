import * as vscode from 'vscode';
import { systemClock } from '../referral/clock.ts';
import { Presenter } from '../referral/presenter.ts';

let made: Presenter | undefined;

/** Puts referrals into words for whoever uses this editor, now. */
export function presenting(): Presenter {
	made ??= new Presenter({ locale: vscode.env.language, clock: systemClock(globalThis) });
	return made;
}
