import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { ContextEntry } from '../types.ts';

/** What a path on disk is to the checker. */
export type Found = { kind: 'dockerfile' | 'compose'; path: string };

/** A file or folder that cannot be judged; one line. */
export class UnreadableError extends Error {}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.next', 'vendor', '.venv', '__pycache__']);
/** Larger files of a context are known by their size alone. */
const READ_UP_TO = 256 * 1024;

/**
 * The Dockerfiles and Compose files that a path on the command line means.
 * @throws UnreadableError when there is nothing, or nothing that can be read.
 */
export function findFiles(path: string): Found[] {
  const stats = stat(path);
  if (stats.isFile()) return [{ kind: isComposeName(basename(path)) ? 'compose' : 'dockerfile', path }];
  if (!stats.isDirectory()) throw new UnreadableError(`${path} is neither a file nor a folder`);
  const found = walk(path);
  if (found.length === 0) throw new UnreadableError(`${path} holds no Dockerfile and no Compose file`);
  return found;
}

function stat(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    throw new UnreadableError(`${path} ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return `cannot be read (${code || error})`;
}

function walk(folder: string): Found[] {
  const found: Found[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of list(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) pending.push(path);
      else if (!entry.isFile()) continue;
      else if (isDockerfileName(entry.name)) found.push({ kind: 'dockerfile', path });
      else if (isComposeName(entry.name)) found.push({ kind: 'compose', path });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new UnreadableError(`${folder} ${reason(error)}`);
  }
}

function isDockerfileName(name: string): boolean {
  if (name.endsWith('.dockerignore')) return false;
  return /^(Dockerfile|Containerfile)([.-].+)?$/.test(name) || /\.(dockerfile|containerfile)$/i.test(name);
}

function isComposeName(name: string): boolean {
  return /^(docker-)?compose([.-].+)?\.ya?ml$/.test(name);
}

/**
 * The text of a file.
 * @throws UnreadableError for what is binary or may not be read.
 */
export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UnreadableError(`${path} ${reason(error)}`);
  }
  if (bytes.includes(0)) throw new UnreadableError(`${path} is binary, not a text that Docker could read`);
  return bytes.toString('utf8');
}

/** Everything in a folder, as a build context; big files by size alone. */
export function readContext(folder: string): Map<string, ContextEntry> {
  if (!stat(folder).isDirectory()) throw new UnreadableError(`${folder} is not a folder`);
  const entries = new Map<string, ContextEntry>();
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { name } of list(next)) {
      if (name === '.git' || name === 'node_modules') continue;
      const path = join(next, name);
      const key = relative(folder, path).split(sep).join('/');
      const stats = lstatSync(path);
      const mode = stats.mode & 0o7777;
      if (stats.isDirectory()) {
        entries.set(key, { kind: 'dir', mode });
        pending.push(path);
      } else if (stats.isSymbolicLink()) {
        entries.set(key, { kind: 'symlink', target: readlinkSync(path) });
      } else if (stats.isFile()) {
        entries.set(key, fileEntry(path, stats.size, mode));
      }
    }
  }
  return entries;
}

function fileEntry(path: string, size: number, mode: number): ContextEntry {
  if (size > READ_UP_TO) return { kind: 'file', size, mode };
  const bytes = readFileSync(path);
  return {
    kind: 'file',
    content: bytes.includes(0) ? new Uint8Array(bytes) : bytes.toString('utf8'),
    size,
    mode,
  };
}
