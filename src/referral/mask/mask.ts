import { isJsonObject, type JsonObject } from '../../partner/json.ts';
import type { Received, Referral, Unreadable } from '../../partner/referral.ts';
import { folded } from '../../text/folded.ts';
import { catalogue } from '../fields/catalogue.ts';
import { maskedJson } from './copying.ts';
import { hidden, Numbers } from './numbers.ts';
import { isOfItsKind } from './scalar.ts';

/** How things are masked. */
export interface MaskWishes {
	/** Whether it is hidden, too, what deals are worth. */
	readonly hidesValues: boolean;
}

/**
 * Shows referrals to an audience that must not know who the customers and the people are. The same thing is called the same
 * everywhere, for as long as the numbers are there.
 */
export class Mask {
	readonly hidesValues: boolean;
	readonly #numbers: Numbers;
	readonly #copies = new WeakMap<Referral, Referral>();
	/** Asked for at each key that is pressed, of a hundred thousand rows. */
	readonly #names = new Map<string, string>();

	/** @param before whose numbers are to hold on */
	constructor({ hidesValues }: MaskWishes, before?: Mask) {
		this.hidesValues = hidesValues;
		this.#numbers = before ? before.#numbers : new Numbers();
	}

	/** What the product reads of a referral, masked as its JSON is. */
	referral(sent: Referral): Referral {
		const known = this.#copies.get(sent);
		if (known) return known;
		const copy = this.#copyOf(sent);
		this.#copies.set(sent, copy);
		return copy;
	}

	/** All that was sent of a referral. */
	json(sent: JsonObject): JsonObject {
		return maskedJson(sent, { numbers: this.#numbers, hidesValues: this.hidesValues });
	}

	/** A referral as it is shown, also once nothing is masked any more. */
	received(sent: Received): Received {
		return new Shown(sent, this);
	}

	/** What can't be told to be a referral. */
	unreadable({ json }: Unreadable): Unreadable {
		return { kind: 'unreadable', json: isJsonObject(json) ? this.json(json) : hidden() };
	}

	/** The names of a deal and its customer, one a line, folded as they are given. */
	names(sent: string): string {
		const known = this.#names.get(sent);
		if (known !== undefined) return known;
		const { deals, customers } = this.#numbers;
		const [deal = '', customer = ''] = sent.split('\n');
		const names = `${deal && folded(deals.called(deal))}\n${customer && folded(customers.called(customer))}`;
		this.#names.set(sent, names);
		return names;
	}

	/** What puts customers into the order of their numbers; empty without a name. @param customer folded */
	customerRank(customer: string): string {
		return customer && `${this.#numbers.customers.numberOf(customer)}`.padStart(9, '0');
	}

	/** The mail address of somebody. */
	mail(mail: string): string {
		return mail && this.#numbers.people.mailOf(mail);
	}

	/** A country by its code. */
	country(code: string): string {
		return code && this.#numbers.countries.nameOf(code);
	}

	/** A date, unless it is none: then it may be somebody's words. */
	date(text: string): string {
		return !text || isOfItsKind(text, catalogue.createdDateTime) ? text : hidden();
	}

	/** What stands for a text that somebody typed, and that nobody is to read. */
	get hidden(): string {
		return hidden();
	}

	/** One by one, so that a field that is new in there is not shown before somebody says how. */
	#copyOf(sent: Referral): Referral {
		const { id, engagementId, externalReferenceId, name, status, substatus, type } = sent;
		const { qualification, direction, customerProfile, team, details, inviteContext } = sent;
		const date = (text: string | undefined) => text && this.date(text);
		return {
			...{ id, engagementId, status, substatus, type, qualification, direction },
			externalReferenceId: externalReferenceId && hidden(),
			name: name && this.#numbers.deals.nameOf(name),
			createdDateTime: date(sent.createdDateTime),
			updatedDateTime: date(sent.updatedDateTime),
			expirationDateTime: date(sent.expirationDateTime),
			acceptedDateTime: date(sent.acceptedDateTime),
			closedDateTime: date(sent.closedDateTime),
			customerProfile: customerProfile && this.#customerOf(customerProfile),
			team: team?.map((mail) => this.mail(mail)),
			details: details && {
				dealValue: this.hidesValues ? undefined : details.dealValue,
				currency: details.currency,
				closingDateTime: date(details.closingDateTime),
				customerRequestedContact: details.customerRequestedContact,
			},
			inviteContext: inviteContext && {
				invitedBy: inviteContext.invitedBy && {
					organizationId: inviteContext.invitedBy.organizationId,
					organizationName: inviteContext.invitedBy.organizationName,
				},
			},
		};
	}

	#customerOf({ name, address }: NonNullable<Referral['customerProfile']>): Referral['customerProfile'] {
		return {
			name: name && this.#numbers.customers.nameOf(name),
			address: address && {
				city: emptied(address.city),
				state: emptied(address.state),
				region: emptied(address.region),
				country: address.country && this.country(address.country),
			},
		};
	}
}

class Shown implements Received {
	readonly #sent: Received;
	readonly #mask: Mask;

	constructor(sent: Received, mask: Mask) {
		this.#sent = sent;
		this.#mask = mask;
	}

	get kind(): 'received' {
		return 'received';
	}

	get referral(): Referral {
		return this.#mask.referral(this.#sent.referral);
	}

	get json(): JsonObject {
		return this.#mask.json(this.#sent.json);
	}
}

function emptied(text: string | undefined): string | undefined {
	return text === undefined ? undefined : '';
}
