import * as vscode from 'vscode';
import { asPlain } from '../../text/asPlain.ts';
import { fileFailureText } from './fileFailureText.ts';

/**
 * Writes to the place that the user chooses; where that fails, they may choose another one. Rejects with what is no failure of a
 * file system.
 * @param choose asks for a place
 * @returns what writing returned; undefined when the user left
 */
export async function writeSomewhere<Place, Written>(
	choose: () => Promise<Place | undefined>,
	first: Place | undefined,
	write: (place: Place) => PromiseLike<Written>,
): Promise<Written | undefined> {
	for (let place = first; place !== undefined; place = await choose()) {
		try {
			return await write(place);
		} catch (error) {
			const sentence = fileFailureText(error);
			if (sentence === undefined) throw error;
			const elsewhere = vscode.l10n.t('Choose Another Place');
			if ((await vscode.window.showErrorMessage(asPlain(sentence), elsewhere)) !== elsewhere)
				return undefined;
		}
	}
	return undefined;
}
