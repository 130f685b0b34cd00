/** Why a file could not be written, in one sentence; the README's troubleshooting explains each of them. */
export const fileTexts = {
	full: 'There is no space left for the file.',
	refused: 'The file may not be written there: it is protected, or open in another program.',
	folderGone: 'The folder of the file is no longer there.',
	nameTooLong: 'The name of the file is too long.',
	unknown: 'The file could not be written.',
} as const;

/** Node's codes and the editor's. */
const kinds: Readonly<Record<string, keyof typeof fileTexts>> = {
	ENOSPC: 'full',
	EDQUOT: 'full',
	EFBIG: 'full',
	EACCES: 'refused',
	EPERM: 'refused',
	EROFS: 'refused',
	EBUSY: 'refused',
	ETXTBSY: 'refused',
	NoPermissions: 'refused',
	ENOENT: 'folderGone',
	ENOTDIR: 'folderGone',
	FileNotFound: 'folderGone',
	FileNotADirectory: 'folderGone',
	ENAMETOOLONG: 'nameTooLong',
};

/** Puts a failure to write a file into words; undefined for an error that no file system has made. */
export function fileFailureText(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
	const isOfFiles = 'syscall' in error || error.name.includes('FileSystem');
	if (!isOfFiles && kinds[error.code] === undefined) return undefined;
	const kind = kinds[error.code] ?? 'unknown';
	return kind === 'unknown' ? `${fileTexts.unknown} (${error.code})` : fileTexts[kind];
}
