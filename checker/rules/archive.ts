import { unquote } from './place.ts';

const ARCHIVE = /\.(tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz)$/;

/** Whether a file's name is that of an archive or of a compressed file. */
export function isArchive(path: string): boolean {
  return ARCHIVE.test(unquote(path));
}

/** Whether a file's name says that it is a tar archive, compressed or not: what ADD unpacks. */
export function isTar(path: string): boolean {
  return /\.(tar(\.\w+)?|t[a-zA-Z]\w{0,2})$/.test(unquote(path)) && isArchive(path);
}

/** The last part of a path, of either system. */
export function fileName(path: string): string {
  return unquote(path).replace(/^.*[/\\]/, '');
}
