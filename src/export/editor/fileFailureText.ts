import * as l10n from '@vscode/l10n';

/** Why a file could not be written, in one sentence; the README's troubleshooting explains each of them. */
export const fileTexts = {
	full: () => l10n.t('There is no space left for the file.'),
	refused: () => l10n.t('The file may not be written there: it is protected, or open in another program.'),
	folderGone: () => l10n.t('The folder of the file is no longer there.'),
	nameTooLong: () => l10n.t('The name of the file is too long.'),
	unknown: () => l10n.t('The file could not be written.'),
} as const;

/** Node's codes and the editor's. */
const kinds: ReadonlyMap<string, keyof typeof fileTexts> = new Map(
	Object.entries({
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
	} as const),
);

/** Puts a failure to write a file into words; undefined for an error that no file system has made. */
export function fileFailureText(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
	const kind = kinds.get(error.code);
	if (kind) return fileTexts[kind]();
	const isOfFiles = 'syscall' in error || error.name.includes('FileSystem');
	return isOfFiles ? l10n.t('{0} ({1})', fileTexts.unknown(), error.code) : undefined;
}
