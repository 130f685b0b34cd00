// The first dot that can end a name does: to try each one would take as long as the square of their number. \p{C} keeps out what can't be seen or sent: controls, marks of direction, half surrogate pairs.
const mail = /^[^\s\p{C}@]+@[^\s\p{C}@'][^\s\p{C}@'.]*\.[^\s\p{C}@']+$/u;

/** Whether a text is a whole mail address, as a filter takes it. */
export function isMail(text: string): boolean {
	return mail.test(text);
}

/** A guest's account is named after the mail address, which has another sign in it, and after the host's directory. */
const guest = /^(.+)_([^_]+)#ext#@/i;

/** The mail address that an account is called by; undefined where it is called something else. */
export function mailOfAccount(label: string): string | undefined {
	const text = label.trim();
	return isMail(text) && !guest.test(text) ? text : undefined;
}

/** What is most likely the mail address of an account that is called something else; empty where nothing is. */
export function likelyMailOf(label: string): string {
	const [, name, domain] = guest.exec(label) ?? [];
	return mailOfAccount(`${name}@${domain}`) ?? '';
}
