import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Files } from '../exercise/data';

/*
 * A learner's files in the fragment of an address, which no server ever sees. They are compressed against the
 * starter, so that a small edit makes a short link. Which starter is said by its checksum: one that has changed
 * since is looked up among those that were published before.
 *
 * `#files=1.<checksum of the starter>.<checksum of the files>.<deflate stream, base64url>`, checksums in base 36
 */

/** What a link can be about; only `version` 1 is written. */
const VERSION = '1';
const PARAMETER = 'files';
/** Longest fragment that is made or read, in characters: what chat programs and mail still carry whole. */
export const LONGEST_LINK = 8000;
/** Largest set of files that a link may unfold to, in bytes. */
const LARGEST_FILES = 1024 * 1024;

export type Shared = { is: 'none' } | { is: 'files'; files: Files } | { is: 'refused'; why: string };

/**
 * The fragment, `#` included, that carries the files.
 * @returns null when they make a fragment longer than `LONGEST_LINK`.
 */
export function shareFragment(files: Files, starter: Files): string | null {
  const dictionary = dictionaryOf(starter);
  const changed = Object.fromEntries(Object.entries(files).filter(([path, text]) => starter[path] !== text));
  const bytes = strToU8(JSON.stringify(changed));
  const packed = toBase64Url(deflateSync(bytes, { level: 9, dictionary }));
  const fragment = `#${PARAMETER}=${[VERSION, checksum(dictionary), checksum(bytes), packed].join('.')}`;
  return fragment.length > LONGEST_LINK ? null : fragment;
}

/**
 * The files that an address carries.
 * @param starters - the exercise's starter first, then those that were published before.
 */
export function sharedFiles(fragment: string, starters: readonly Files[]): Shared {
  const value = new URLSearchParams(fragment.replace(/^#/, '')).get(PARAMETER);
  if (value === null) return { is: 'none' };
  if (fragment.length > LONGEST_LINK) return refused('it is longer than a link of this guide can be');
  const [version, starterSum, filesSum, data] = value.split('.');
  if (version !== VERSION)
    return refused('it was made by a newer version of this guide; reload the page and try again');
  const starter = starters.find((each) => checksum(dictionaryOf(each)) === starterSum);
  if (!starter) return refused('it belongs to another exercise, or a part of it is missing');
  try {
    return {
      is: 'files',
      files: { ...starter, ...unpack(data ?? '', filesSum ?? '', dictionaryOf(starter)) },
    };
  } catch {
    return refused('a part of it is missing or was changed on the way');
  }
}

function refused(reason: string): Shared {
  return {
    is: 'refused',
    why: `This link cannot be opened: ${reason}. Your own files are as you left them.`,
  };
}

/** @throws for anything but an object of texts that has this checksum. */
function unpack(data: string, sum: string, dictionary: Uint8Array): Files {
  // A stream that would unfold without bound is cut off, and then has another checksum.
  const bytes = inflateSync(fromBase64Url(data), { dictionary, out: new Uint8Array(LARGEST_FILES) });
  if (checksum(bytes) !== sum) throw new Error('not what was packed');
  const files: unknown = JSON.parse(strFromU8(bytes));
  if (typeof files !== 'object' || files === null || Array.isArray(files)) throw new Error('no files');
  for (const content of Object.values(files)) if (typeof content !== 'string') throw new Error('no text');
  return files as Files;
}

function dictionaryOf(starter: Files): Uint8Array {
  const text = Object.keys(starter)
    .sort()
    .map((path) => JSON.stringify({ [path]: starter[path] }))
    .join('');
  // Deflate looks back no further than 32 KiB.
  return strToU8(text).slice(-32_768);
}

/** Adler-32, in base 36. */
function checksum(bytes: Uint8Array): string {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return (b * 65536 + a).toString(36);
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws for what is no base64. */
function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
