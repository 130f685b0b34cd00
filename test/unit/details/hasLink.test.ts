import assert from 'node:assert/strict';
import { detailsOf } from '../../../src/details/details.ts';
import { hasLink, hasText } from '../../../src/details/hasLink.ts';
import { everyField } from '../../partner-api/everyField.ts';
import { received } from '../received.ts';

const details = detailsOf(received(everyField), { locale: 'en-US', now: 0 });

describe('a link that the page asks to open', () => {
	const has = (opens: Parameters<typeof hasLink>[1], text: string, expected: boolean) =>
		it(`${opens} ${text}: ${expected ? 'is one of its own' : 'is refused'}`, () =>
			assert.equal(hasLink(details, opens, text), expected));
	has('mail', 'ada.weber@fabrikam.com', true);
	has('mail', 'john.doe@contoso.com', true);
	has('phone', '+1 425 555 0100', true);
	has('web', 'https://www.example.com/offer?id=1&lang=en', true);
	has('map', 'One Specimen Way\nFloor 3\nRedmond WA Northwest 98052\nUnited States (US)', true);
	has('mail', 'eve@contoso.com', false);
	has('web', 'ada.weber@fabrikam.com', false);
	has('web', 'https://www.example.com/offer', false);
	has('phone', '', false);
});

describe('a text that the page asks to copy', () => {
	const has = (text: string, expected: boolean) =>
		it(`${text}: ${expected ? 'is one of its own' : 'is refused'}`, () =>
			assert.equal(hasText(details, text), expected));
	has('Ada Weber', true);
	has('ada.weber@fabrikam.com', true);
	has('+1 425 555 0100', true);
	has('Ada', false);
	has('eve@contoso.com', false);
	has('', false);
});
