/** JSON without what is so many levels deep or deeper, which becomes "…". */
export function prunedJson(json: unknown, levels: number): unknown {
	if (typeof json !== 'object' || json === null) return json;
	if (levels === 0) return '…';
	if (Array.isArray(json)) return json.map((value) => prunedJson(value, levels - 1));
	return Object.fromEntries(
		Object.entries(json).map(([name, value]) => [name, prunedJson(value, levels - 1)]),
	);
}
