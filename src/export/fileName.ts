/**
 * The file name that is proposed for an export, such as `referrals-new-pending-2026-11-25.csv`.
 * @param parts what the export is of, without anything of a customer
 */
export function exportName(parts: readonly string[], extension: string, now: Date): string {
	const words = parts.map((part) => part.toLowerCase().replaceAll(/[^a-z\d]+/g, '-'));
	const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
		`${part}`.padStart(2, '0'),
	);
	return `${['referrals', ...words, ...date].join('-')}.${extension}`;
}
