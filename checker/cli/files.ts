import { type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContextEntry } from '../types.ts';

/** What a path on disk is to the checker. */
export type Found = { kind: 'dockerfile' | 'compose'; path: string };

/** A file or folder that cannot be judged; one line. */
export class UnreadableError extends Error {}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.next', 'vendor', '.venv', '__pycache__']);
/** Larger files of a context are known by their size alone. */
const READ_UP_TO = 256 * 1024;

/** What is longer was not written by a person, and would be read for minutes. */
const LONGEST = 1024 * 1024;

/**
 * The Dockerfiles and Compose files that a path on the command line means.
 * @param unreadable - is told, in a line, of each folder or link below the path that cannot be followed.
 * @throws UnreadableError when there is nothing, or nothing that can be read.
 */
export function findFiles(path: string, unreadable: (message: string) => void): Found[] {
  const stats = stat(path);
  if (stats.isFile()) return [{ kind: isYamlName(path) ? 'compose' : 'dockerfile', path }];
  if (!stats.isDirectory())
    throw new UnreadableError(`${path} is neither a file nor a folder; name one of these`);
  const found = walk(path, unreadable);
  if (found.length === 0)
    throw new UnreadableError(
      `${path} holds no Dockerfile and no Compose file; if it is called otherwise, name the file itself`,
    );
  return found;
}

function stat(path: string) {
  return reading(path, () => statSync(path));
}

/** @throws UnreadableError in the place of what the system throws. */
function reading<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new UnreadableError(`${path} ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'ENOENT':
      return 'does not exist; check its spelling and the folder that you are in';
    case 'ENOTDIR':
      return 'does not exist: a part of this path is a file, not a folder';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read; give yourself the right to (chmod u+r)';
    case 'ELOOP':
      return 'is a symbolic link that leads back to itself; let it point to a file';
    case 'EISDIR':
      return 'is a folder; name a file';
    default:
      return `cannot be read (${code || error})`;
  }
}

function walk(folder: string, unreadable: (message: string) => void): Found[] {
  const found: Found[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    try {
      for (const entry of list(next)) {
        const path = join(next, entry.name);
        const kind = kindOf(entry.name);
        if (entry.isDirectory()) {
          if (!SKIPPED_FOLDERS.has(entry.name)) pending.push(path);
        } else if (kind && (entry.isFile() || leadsToFile(entry, path))) found.push({ kind, path });
      }
    } catch (error) {
      // The rest of the tree is still checked; of the folder that was named, nothing is left.
      if (!(error instanceof UnreadableError) || next === folder) throw error;
      unreadable(error.message);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));

  function leadsToFile(entry: Dirent, path: string): boolean {
    if (!entry.isSymbolicLink()) return false;
    try {
      return stat(path).isFile();
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      unreadable(error.message);
      return false;
    }
  }
}

function list(folder: string) {
  return reading(folder, () => readdirSync(folder, { withFileTypes: true }));
}

function kindOf(name: string): Found['kind'] | undefined {
  if (isDockerfileName(name)) return 'dockerfile';
  return isComposeName(name) ? 'compose' : undefined;
}

function isDockerfileName(name: string): boolean {
  if (name.endsWith('.dockerignore')) return false;
  return /^(Dockerfile|Containerfile)([.-].+)?$/.test(name) || /\.(dockerfile|containerfile)$/i.test(name);
}

/** Compose files have many names (`stack.yml`, `local.yml`); a file that is named by itself is meant as one. */
function isYamlName(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

function isComposeName(name: string): boolean {
  return /^(docker-)?compose([.-].+)?\.ya?ml$/.test(name);
}

/**
 * The text of a file.
 * @throws UnreadableError for what is binary, far too long or may not be read.
 */
export function readText(path: string): string {
  const { size } = stat(path);
  if (size > LONGEST)
    throw new UnreadableError(
      `${path} has ${(size / LONGEST).toFixed(1)} MiB; more than 1 MiB is not read, split it or leave it out`,
    );
  const bytes = reading(path, () => readFileSync(path));
  if (isUtf16(bytes))
    throw new UnreadableError(`${path} is UTF-16, which Docker cannot read; save it as UTF-8`);
  if (bytes.includes(0))
    throw new UnreadableError(`${path} is binary, not a text that Docker could read; leave it out`);
  return bytes.toString('utf8');
}

/** Begins with the mark that Windows editors and PowerShell's `>` write. */
function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Everything in a folder, as a build context; big files by size alone. */
export function readContext(folder: string): Map<string, ContextEntry> {
  if (!stat(folder).isDirectory())
    throw new UnreadableError(`${folder} is not a folder; --context needs one`);
  const entries = new Map<string, ContextEntry>();
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { name } of list(next)) {
      if (name === '.git' || name === 'node_modules') continue;
      const path = join(next, name);
      const key = relative(folder, path).split(sep).join('/');
      const stats = reading(path, () => lstatSync(path));
      const mode = stats.mode & 0o7777;
      if (stats.isDirectory()) {
        entries.set(key, { kind: 'dir', mode });
        pending.push(path);
      } else if (stats.isSymbolicLink()) {
        entries.set(key, { kind: 'symlink', target: reading(path, () => readlinkSync(path)) });
      } else if (stats.isFile()) {
        entries.set(key, fileEntry(path, stats.size, mode));
      }
    }
  }
  return entries;
}

function fileEntry(path: string, size: number, mode: number): ContextEntry {
  if (size > READ_UP_TO) return { kind: 'file', size, mode };
  const bytes = reading(path, () => readFileSync(path));
  return {
    kind: 'file',
    content: bytes.includes(0) ? new Uint8Array(bytes) : bytes.toString('utf8'),
    size,
    mode,
  };
}
