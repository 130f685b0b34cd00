import assert from 'node:assert/strict';
import { defused } from '../../../src/text/defused.ts';

describe('a text in a cell', () => {
	const becomes = (text: string, cell: string) =>
		it(JSON.stringify(text), () => assert.equal(defused(text), cell));
	const marked = (text: string) => becomes(text, `'${text}`);
	const stays = (text: string) => becomes(text, text);

	describe('that a spreadsheet takes for a formula is marked', () => {
		marked('=1+1');
		marked('=HYPERLINK("https://example.invalid","Open")');
		marked('+cmd');
		marked('-2+3');
		marked('@SUM(A1)');
		marked('  =1');
		marked('\u00a0=1');
		marked('\u0000=1');
		marked('\u200b\ufeff=1');
		marked('\t1');
		marked('\r1');
		marked('\n1');
		marked('＝1+1');
		marked('＋1+a');
		marked('－1+a');
		marked('＠SUM');
		marked('−A1');
	});

	describe('that would be calculated with is marked, though it may be a phone number', () => {
		marked('+1-425-555-0100');
		marked('+49/30/123456');
		marked('-1-1');
	});

	describe('that is a number stays', () => {
		stays('-50000');
		stays('-12.5');
		stays('+1 425 555 0100');
		stays('+1 (425) 555.0100');
		stays('+442079460000');
	});

	describe('that is none stays', () => {
		stays('');
		stays('Contoso = Fabrikam + 1');
		stays("'quoted");
		stays('2026-10-01T00:00:00Z');
		stays('First:\n- one\n- two');
		stays('thanks ;-)');
	});

	describe('that would be a formula where semicolons or line ends begin a cell is marked there', () => {
		becomes("a;=cmd|' /C calc'!A0;b", "a;'=cmd|' /C calc'!A0;b");
		becomes('a\n=WEBSERVICE("https://example.invalid")', 'a\n\'=WEBSERVICE("https://example.invalid")');
		becomes('a;"=SUM(A1)', 'a;\'"=SUM(A1)');
		becomes('a\r\n - HYPERLINK(A1)', "a\r\n' - HYPERLINK(A1)");
	});

	it('of a megabyte of blanks takes no time', () => {
		for (const blank of [' ', '\t', '\n', ';', '\u0000', '"', '+', '(=']) defused(blank.repeat(1_000_000));
	});
});
