import { isJsonObject, type JsonObject } from '../../partner/json.ts';
import type { FieldKind } from '../../referral/fields/field.ts';
import { listOf } from '../../referral/fields/listOf.ts';
import { nameAndRest } from '../../referral/fields/person.ts';
import { sizeText } from '../../referral/fields/sizeText.ts';
import { numberFormat } from '../../referral/formats.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { yesOrNo } from '../../referral/yesOrNo.ts';
import { nameText } from '../../text/nameText.ts';
import { oneLine } from '../../text/oneLine.ts';

/** No more of a list is looked at: a cell has no room for it. */
const mostElements = 20;

/** A value of a field as a cell shows it, in one line; empty for nothing. @param name the field's own */
export function cellText(value: unknown, kind: FieldKind, name: string, presenter: Presenter): string {
	if (value === undefined || value === null || value === '') return '';
	if (kind === 'people') return joined(listOf(value), (each) => (isJsonObject(each) ? personText(each) : ''));
	if (kind === 'address') return isJsonObject(value) ? addressText(value, presenter) : '';
	if (kind === 'list') return joined(listOf(value), elementText);
	if (typeof value === 'boolean') return yesOrNo(value);
	if (typeof value === 'number')
		return numberFormat(presenter.locale, { maximumFractionDigits: 20 }).format(value);
	return typeof value === 'string' ? stringText(value, kind, name, presenter) : '';
}

function stringText(text: string, kind: FieldKind, name: string, presenter: Presenter): string {
	switch (kind) {
		case 'date':
			return presenter.day(text);
		case 'instant':
			return presenter.date(text);
		case 'text':
			return nameText(text);
		case 'code':
			return codeText(text, name, presenter);
		default:
			return oneLine(text);
	}
}

function codeText(code: string, name: string, presenter: Presenter): string {
	if (name === 'status' || name === 'substatus') return presenter.status(code);
	if (name === 'country') return presenter.country(code.trim());
	return oneLine(name === 'size' ? sizeText(code.trim()) : code);
}

function joined(elements: readonly unknown[], textOf: (element: unknown) => string): string {
	const texts = elements.slice(0, mostElements).map(textOf);
	return oneLine(texts.filter((text) => text).join('; '));
}

/** Tags are `{ id }`; targets and attributes have a type, too. */
function elementText(element: unknown): string {
	if (typeof element === 'string') return nameText(element);
	if (!isJsonObject(element)) return '';
	const { type, id, name } = element;
	const shown = name || id;
	if (typeof shown !== 'string') return '';
	return typeof type === 'string' && type !== '' ? `${oneLine(type)}: ${nameText(shown)}` : nameText(shown);
}

function personText(person: JsonObject): string {
	const { name, rest } = nameAndRest(person);
	const { email } = rest;
	return nameText(name) || (typeof email === 'string' ? oneLine(email) : '');
}

function addressText(address: JsonObject, presenter: Presenter): string {
	const names = ['addressLine1', 'addressLine2', 'postalCode', 'city', 'state', 'region'];
	const parts = names.map((name) => {
		const part = address[name];
		return typeof part === 'string' ? nameText(part) : '';
	});
	const { country } = address;
	const land = typeof country === 'string' ? presenter.country(country.trim()) : '';
	return oneLine([...parts, land].filter((part) => part).join(', '));
}
