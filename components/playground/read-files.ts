import type { Files } from '../exercise/data';
import { isBuildFile } from './project';

/*
 * Files from the reader's machine, bounded. What is too much is refused or known by its size alone, and what was
 * left out is said.
 */

/** Files taken at most. */
export const MOST_FILES = 5000;
/** Largest text, in bytes, that is read; larger files are known by their size, as on the command line. */
export const LARGEST_TEXT = 256 * 1024;
/** All texts together, in bytes. */
const MOST_TEXT = 2 * 1024 * 1024;
/** Largest zip, in bytes. */
export const LARGEST_ZIP = 64 * 1024 * 1024;

/** Made by tools, by the thousand, and never written by hand. */
const skipped = new Set(['.git', 'node_modules', '.next', '.venv', 'venv', '__pycache__', '.DS_Store']);
export const isSkipped = (name: string) => skipped.has(name);

/** A file whose content has not been read yet. */
export interface Found {
  /** With `/` between folders. */
  path: string;
  /** In bytes. */
  size: number;
  read: () => Promise<Uint8Array>;
}

export interface ReadFiles {
  files: Files;
  sizes: Record<string, number>;
  /** Sentences about what is not as the reader may expect. */
  notes: string[];
}

/** What was handed over cannot be taken; the message says why and what to do. */
export class RefusedFiles extends Error {}

/** @throws RefusedFiles for none at all, and for more than `MOST_FILES`. */
export async function readFiles(found: readonly Found[]): Promise<ReadFiles> {
  const safe = withoutOneTopFolder(found.map((each) => ({ ...each, path: tidy(each.path) })));
  const wanted = safe.filter(({ path }) => path !== '' && !path.split('/').some(isSkipped));
  if (wanted.length === 0) throw new RefusedFiles('There is no file in it that could be taken.');
  if (wanted.length > MOST_FILES)
    throw new RefusedFiles(
      `It holds ${count(wanted.length)} files, more than the ${count(MOST_FILES)} that fit here. Take the folder of one application, without what its build makes.`,
    );
  const files: [string, string][] = [];
  const sizes: [string, number][] = [];
  let read = 0;
  // What this is about first, so that nothing else takes its room.
  for (const { path, size, read: content } of wanted.toSorted(buildFilesFirst)) {
    const text = size <= LARGEST_TEXT && read + size <= MOST_TEXT ? textOf(await content()) : null;
    if (text === null) sizes.push([path, size]);
    else {
      read += size;
      files.push([path, text]);
    }
  }
  return {
    files: Object.fromEntries(files.sort(byPath)),
    sizes: Object.fromEntries(sizes.sort(byPath)),
    notes: notesOn(safe.length - wanted.length, sizes),
  };
}

const byPath = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
const buildFilesFirst = (a: Found, b: Found) =>
  Number(isBuildFile(b.path)) - Number(isBuildFile(a.path)) || (a.path < b.path ? -1 : 1);
const count = (number: number) => number.toLocaleString('en');

function notesOn(left: number, sizes: [string, number][]): string[] {
  const unread = sizes.filter(([path]) => isBuildFile(path)).map(([path]) => path);
  return [
    ...(left > 0 ? [`Left out: ${count(left)} files of .git, node_modules and the like.`] : []),
    ...(sizes.length > 0
      ? [`Known by size alone: ${count(sizes.length)} files that are no UTF-8 text, or too large.`]
      : []),
    ...(unread.length > 0 ? [`Not to be read as text: ${unread.join(', ')}. Save it as UTF-8.`] : []),
  ];
}

/** A path without what leads nowhere; empty for one that leads outside. */
function tidy(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? '' : parts.join('/');
}

/** The folder that holds everything is the project itself. */
function withoutOneTopFolder(found: Found[]): Found[] {
  const tops = new Set(
    found.filter(({ path }) => path !== '').map(({ path }) => path.split('/')[0] as string),
  );
  const [top] = tops;
  if (tops.size !== 1 || found.some(({ path }) => path === top)) return found;
  return found.map((each) => ({ ...each, path: each.path.slice((top as string).length + 1) }));
}

/** The text of a file; null for what is none. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    // The mark at the beginning, if there is one, belongs to the file.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
