import type { Random } from '../../../src/sample/invent/random.ts';

type Entry = readonly [name: string, value: unknown];

/** JSON with something changed at random depth: dropped, renamed, doubled, retyped, emptied, nested or grown. */
export function mutated(json: unknown, random: Random): unknown {
	if (typeof json !== 'object' || json === null) return other(json, random);
	const entries = Object.entries(json);
	const at = random.whole(0, entries.length - 1);
	const changed = entries.flatMap((entry, index) => (index === at ? changedMember(entry, random) : [entry]));
	if (Array.isArray(json)) return changed.map(([, value]) => value);
	return Object.fromEntries(changed.length > 0 ? changed : [[random.pick(names), other(json, random)]]);
}

function changedMember([name, value]: Entry, random: Random): readonly Entry[] {
	const deeper = typeof value === 'object' && value !== null && random.percent(75);
	if (deeper) return [[name, mutated(value, random)]];
	const changes: Readonly<Record<string, () => readonly Entry[]>> = {
		drop: () => [],
		rename: () => [[random.pick(names), value]],
		double: () => [
			[name, value],
			[random.pick(names), value],
		],
		replace: () => [[name, other(value, random)]],
	};
	return changes[random.pick(['drop', 'rename', 'double', 'replace', 'replace', 'replace'])]?.() ?? [];
}

/** Another value in the place of one. */
function other(value: unknown, random: Random): unknown {
	switch (random.whole(0, 9)) {
		case 0:
			return [value];
		case 1:
			return { [random.pick(names)]: value };
		case 2:
			return Array.from({ length: random.whole(2, 20) }, () => value);
		case 3:
			return nested(value, random.whole(2, 40));
		case 4:
			return typeof value === 'string' ? value.repeat(random.whole(2, 200)) : `${random.whole(0, 99)}`;
		default:
			return random.pick(odd);
	}
}

function nested(value: unknown, depth: number): unknown {
	return depth === 0 ? value : nested(depth % 3 === 0 ? [value] : { value }, depth - 1);
}

const names: [string, ...string[]] = [
	...(['id', 'name', 'status', 'substatus', 'type', 'details', 'dealValue', 'currency', 'address'] as const),
	...(['customerProfile', 'inviteContext', 'team', 'email', 'firstName', 'expirationDateTime'] as const),
	...([
		'value',
		'@odata.nextLink',
		'',
		'0',
		'a.b',
		'__proto__',
		'constructor',
		'toString',
		'length',
		'then',
	] as const),
];

/** What JSON can hold and nobody sends; `1e999` is read as infinity. */
const odd: [unknown, ...unknown[]] = [
	null,
	...[null, true, false, 0, -0, -1, 0.1, 1e21, -1e308, Number.POSITIVE_INFINITY],
	...[
		'',
		' ',
		'\t\n',
		'\0',
		'\u202e\u200b',
		'\ud800',
		'🚀'.repeat(300),
		'x'.repeat(5_000),
		'<b>',
		'1e3',
		'-',
	],
	...[
		'New',
		'ACTIVE',
		'Closed',
		'Won',
		'EUR',
		'us$',
		'2026-02-30T00:00:00Z',
		'2026-03-01',
		'+275760-09-13T00:00:01Z',
	],
	...[
		'-271821-04-20T00:00:00Z',
		'http://referrals.example/?a',
		'?$skiptoken=a',
		[],
		{},
		[[]],
		[null],
		[{}],
		{ id: 1 },
	],
];
