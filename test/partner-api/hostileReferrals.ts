import { everyField } from './everyField.ts';

const megabyte = 1_048_576;

/** What a stranger may type, by what it tries; where one of them runs, it leaves a mark or asks for example.invalid. */
export const hostileValues = {
	script: '<script>window.pwned = 1</script>',
	scriptClosing: '</script><script>window.pwned = 1</script>',
	scriptRemote: '<script src="https://example.invalid/x.js"></script>',
	imageHandler: '<img src=x onerror="window.pwned = 1">',
	imageRemote: '<img src="https://example.invalid/x.png">',
	svgHandler: '<svg onload="window.pwned = 1"></svg>',
	svgScript: '<svg><script>window.pwned = 1</script></svg>',
	bodyHandler: '<body onload="window.pwned = 1">',
	focusHandler: '<input autofocus onfocus="window.pwned = 1">',
	detailsHandler: '<details open ontoggle="window.pwned = 1">x</details>',
	iframe: '<iframe src="https://example.invalid/"></iframe>',
	iframeDocument: '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
	object: '<object data="https://example.invalid/x.swf"></object>',
	form: '<form action="https://example.invalid/"><button>Send</button></form>',
	base: '<base href="https://example.invalid/">',
	metaRefresh: '<meta http-equiv="refresh" content="0;url=https://example.invalid/">',
	styleSheet: '<link rel="stylesheet" href="https://example.invalid/x.css">',
	styleElement: '<style>* { display: none !important }</style>',
	styleBreak: '"}; * { background: url(https://example.invalid/x) } /*',
	attributeBreak: '" onmouseover="window.pwned = 1" x="',
	attributeBreakSingle: "' autofocus onfocus='window.pwned = 1",
	commentBreak: '--><script>window.pwned = 1</script><!--',
	linkJavascript: 'javascript:window.pwned=1',
	linkJavascriptHidden: 'java\tscript:window.pwned=1//https://example.invalid',
	linkCommand: 'command:workbench.action.closeWindow',
	linkData: 'data:text/html,<script>window.pwned=1</script>',
	linkFile: 'file:///etc/passwd',
	linkVsCode: 'vscode://partner-referrals.partner-referrals/referral/1',
	linkWithName: 'https://www.contoso.com@example.invalid/login',
	markdownLink: '[click](command:workbench.action.closeWindow)',
	markdownImage: '![x](https://example.invalid/x.png)',
	markdownBreak: '](https://example.invalid) **bold** `code` <https://example.invalid>',
	markdownAutolink: 'www.example.invalid and mail@example.invalid',
	icon: '$(alert) $(sync~spin) $(account)',
	templateLit: '\x24{window.pwned = 1}',
	templateAngular: '{{constructor.constructor("window.pwned = 1")()}}',
	templateEjs: '<%= 7 * 7 %><%- "x" %>',
	localization: '{0} {1} {name} %s %d',
	entities: '&lt;script&gt;window.pwned = 1&lt;/script&gt; &#x3C;b&#x3E;',
	bidiOverride: 'invoice\u202efdp.exe\u202c',
	bidiIsolate: '\u2067reversed\u2066 and never closed',
	bidiEmbedding: '\u202b\u202a\u202e\u202dnested',
	zeroWidth: 'con\u200bto\u2060so\ufeff\u00ad',
	onlyInvisible: '\u200b\u2060\ufeff\u202e',
	tagCharacters: 'flag\u{e0067}\u{e0062}\u{e007f}',
	controlCharacters: 'bell\u0007 escape\u001b[31mred null\u0000 delete\u007f next\u0085line',
	halfSurrogate: 'half \ud83d and \ude80',
	combining: `Z${'\u0353\u0321\u0342'.repeat(300)}algo`,
	rightToLeft: 'بنك مثال ש״ח 123 abc',
	emoji: '👩‍👩‍👧‍👦🏳️‍🌈',
	unbroken: 'W'.repeat(5_000),
	unbrokenWide: '\ufdfd'.repeat(500),
	spaces: ' '.repeat(5_000),
	lineBreaks: 'a\n'.repeat(10_000),
	tabs: '\t'.repeat(2_000),
	formula: '=HYPERLINK("https://example.invalid","Open")',
	odata: "' or 1 eq 1 or name eq '",
	json: '{"id":"r1","__proto__":{"polluted":true}}',
	words: 'undefined null NaN [object Object] Infinity',
	prototypeName: '__proto__',
	long: 'x'.repeat(megabyte),
	longWords: 'word '.repeat(megabyte / 5),
	longInvisible: '\u202e'.repeat(megabyte / 4),
	longAddresses: 'https://example.invalid/a '.repeat(40_000),
} as const satisfies Record<string, string>;

export type HostileValue = keyof typeof hostileValues;

export const hostileNames = Object.keys(hostileValues).filter(isHostile);

function isHostile(name: string): name is HostileValue {
	return Object.hasOwn(hostileValues, name);
}

/** What is kept as it is, so that a referral can be told and is listed where it belongs. */
const kept: ReadonlySet<string> = new Set(['id', 'engagementId', 'status', 'substatus', 'createdDateTime']);

/** A referral with a value in every text field, names of enumerations, dates and links included. */
export function hostileReferral(name: HostileValue, alsoIn: readonly string[] = []) {
	const number = Object.keys(hostileValues).indexOf(name) + 1;
	const filled = withText(everyField, hostileValues[name], new Set(alsoIn));
	const id = `0d43414c-0002-4000-8000-${String(number).padStart(12, '0')}`;
	const created = new Date(Date.UTC(2026, 0, 1) - number * 60_000).toISOString();
	return { ...everyField, ...filled, id, createdDateTime: created, status: 'New', substatus: 'Pending' };
}

function withText(json: object, text: string, also: ReadonlySet<string>): object {
	const changed = Object.entries(json).map(([name, value]) => [
		name,
		kept.has(name) && !also.has(name) ? value : filled(value, text, also),
	]);
	return Array.isArray(json) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

function filled(value: unknown, text: string, also: ReadonlySet<string>): unknown {
	if (typeof value === 'string') return text;
	return typeof value === 'object' && value !== null ? withText(value, text, also) : value;
}

/** The values that are too long for each of a page's rows to have them in every field. */
export const longNames = hostileNames.filter((name) => hostileValues[name].length >= 100_000);

/** A referral with a value in the texts that people read first; what is longer than a megabyte fits in as many. */
export function hostileTexts(name: HostileValue) {
	const text: string = hostileValues[name];
	const { customerProfile, details, inviteContext, ...rest } = hostileReferral('script');
	return {
		...rest,
		id: `0d43414c-0004-4000-8000-${String(hostileNames.indexOf(name)).padStart(12, '0')}`,
		name: text,
		statusReason: text,
		customerProfile: { name: text, address: { city: text }, team: [{ firstName: text, email: text }] },
		details: { notes: text },
		inviteContext: { notes: text },
	};
}

/** Referrals that are hostile by their shape. */
export const hostileShapes = {
	manyContacts: () => ({ customerProfile: { name: 'Fabrikam', team: Array(10_000).fill(contact()) } }),
	manyFields: () =>
		Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, index])),
	manyFieldsOfAContact: () => ({
		team: [{ ...contact(), ...Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`n${n}`, n])) }],
	}),
	longNames: () => ({ ['n'.repeat(megabyte)]: 'x', details: { ['\u202e'.repeat(megabyte)]: 'y' } }),
	deepList: () => ({ deep: nested('[', ']') }),
	deepObject: () => ({ details: nested('{"a":', '}') }),
	prototypeKeys: () =>
		JSON.parse(
			'{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"t","hasOwnProperty":1}',
		),
	wrongTypes: () => ({
		...{ name: { a: 1 }, status: ['New'], customerProfile: 'Fabrikam', details: [1, 2], team: 'nobody' },
		...{
			consent: true,
			inviteContext: 7,
			createdDateTime: 20260101,
			expirationDateTime: false,
			target: null,
		},
	}),
} as const satisfies Record<string, () => object>;

function contact() {
	return { firstName: 'Ada', lastName: 'Weber', email: 'ada@fabrikam.com', phoneNumber: '+1 425 555 0100' };
}

/** As deep as a service can still write. */
function nested(open: string, close: string): unknown {
	return JSON.parse(`${open.repeat(1_000)}1${close.repeat(1_000)}`);
}
