import * as l10n from '@vscode/l10n';
import { folded } from '../../text/folded.ts';

/** What tells one person from another; each is empty where it wasn't sent. */
export interface Traits {
	readonly mail: string;
	readonly name: string;
}

const domain = '@masked.example';
const masked = /^person(\d{1,9})@masked\.example$/;

/** Numbers people: one is told by the mail address, else by the name. */
export class People {
	readonly #byMail = new Map<string, number>();
	/** With whether a mail address is known of who is called so. */
	readonly #byName = new Map<string, { readonly number: number; hasMail: boolean }>();
	#last = 0;

	numberOf({ mail, name }: Traits): number {
		const [mailKey, nameKey] = [folded(mail), folded(name)];
		const given = Number(masked.exec(mailKey)?.[1] ?? Number.NaN);
		if (given <= this.#last) return given;
		return mailKey === '' ? this.#named(nameKey) : this.#reached(mailKey, nameKey);
	}

	/** The address of somebody, which leads to nobody. */
	mailOf(mail: string): string {
		return `person${this.numberOf({ mail, name: '' })}${domain}`;
	}

	/** What somebody is called; who is called so already is the same. */
	nameOf(number: number): string {
		const name = personName(number);
		const key = folded(name);
		if (!this.#byName.has(key)) this.#byName.set(key, { number, hasMail: true });
		return name;
	}

	#named(key: string): number {
		const known = this.#byName.get(key);
		if (known) return known.number;
		const number = ++this.#last;
		this.#byName.set(key, { number, hasMail: false });
		return number;
	}

	/** Two of the same name with an address each are two. */
	#reached(mail: string, name: string): number {
		const known = this.#byMail.get(mail);
		const namesake = this.#byName.get(name);
		const number = known ?? (namesake && !namesake.hasMail ? namesake.number : ++this.#last);
		this.#byMail.set(mail, number);
		if (name !== '' && (!namesake || namesake.number === number))
			this.#byName.set(name, { number, hasMail: true });
		return number;
	}
}

function personName(number: number): string {
	return l10n.t('Person {0}', number);
}
