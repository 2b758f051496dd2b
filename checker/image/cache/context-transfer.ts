import type { ContextEntry, Project } from '../../types.ts';
import { filesSent } from '../context/dockerignore.ts';

/**
 * What the builder has of the context after a second build. Only files that look changed are sent again: another
 * size, mode or time of change, or another target of a link. A file whose content alone changed is not noticed, nor
 * is the mode of a directory that was there before.
 * @returns the files of `second` as the builder sees them.
 */
export function transferAgain(first: Project, second: Project): Project['files'] {
  const before = filesSent(first);
  let implied: Set<string> | null = null;
  let files: Map<string, ContextEntry> | null = null;
  for (const [path, entry] of second.files) {
    const earlier = before.get(path);
    if (earlier === entry) continue;
    if (earlier && looksSame(earlier, entry)) {
      files ??= new Map(second.files);
      files.set(path, earlier);
    } else if (!earlier && entry.kind === 'dir') {
      implied ??= impliedDirectories(before.keys());
      // It was there, though only what it holds was listed.
      if (!implied.has(path)) continue;
      files ??= new Map(second.files);
      files.delete(path);
    }
  }
  return files ?? second.files;
}

function impliedDirectories(paths: Iterable<string>): Set<string> {
  const directories = new Set<string>();
  for (const path of paths) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const directory = path.slice(0, slash);
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  return directories;
}

function looksSame(earlier: ContextEntry, entry: ContextEntry): boolean {
  if (earlier.kind === 'dir') return entry.kind === 'dir';
  if (earlier.kind !== 'file' || entry.kind !== 'file') return false;
  // Without times nobody can say that a change goes unnoticed.
  if (earlier.mtime === undefined || earlier.mtime !== entry.mtime) return false;
  return earlier.mode === entry.mode && byteSize(earlier) === byteSize(entry);
}

function byteSize({ content, size }: Extract<ContextEntry, { kind: 'file' }>): number | undefined {
  if (content === undefined) return size;
  return typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
}
