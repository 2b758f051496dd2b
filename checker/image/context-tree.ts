import type { ContextEntry, Project } from '../types.ts';
import { identify } from './identity.ts';
import { ROOT_DIR, WorkTree } from './tree.ts';
import type { Content, TreeNode } from './types.ts';

const nodes = new WeakMap<ContextEntry, Map<string, TreeNode>>();

type Files = ReadonlyMap<string, ContextEntry>;

/** The last tree that was made: the next one mostly differs in the file that is being edited. */
let last: { files: Files; tree: WorkTree } | null = null;
/** Up to this many changed files the last tree is gone on from. */
const FEW = 16;

/** The build context as a tree at `/`: what COPY finds. Where the context is not known, nothing is. */
export function contextTree(files: Files, { contextKnown }: Pick<Project, 'contextKnown'>): WorkTree {
  if (!contextKnown) {
    const tree = WorkTree.ofFiles(entriesOf(files));
    tree.blurAll('/', 'context');
    return tree;
  }
  const changed = last && changes(last.files, files);
  const tree = last && changed ? last.tree.fork() : WorkTree.ofFiles(entriesOf(files));
  for (const [path, entry] of changed ?? []) tree.put(`/${path}`, nodeOf(path, entry));
  last = { files, tree };
  return tree;
}

/** What became another file; null where more than that has changed. */
function changes(before: Files, files: Files): [string, Leaf][] | null {
  if (before.size !== files.size) return null;
  const changed: [string, Leaf][] = [];
  for (const [path, entry] of files) {
    const earlier = before.get(path);
    if (earlier === entry) continue;
    if (earlier === undefined || earlier.kind === 'dir' || entry.kind === 'dir') return null;
    changed.push([path, entry]);
    if (changed.length > FEW) return null;
  }
  return changed;
}

type Leaf = Exclude<ContextEntry, { kind: 'dir' }>;

function* entriesOf(files: Files): Generator<[string, TreeNode]> {
  for (const [path, entry] of files) {
    if (entry.kind === 'dir')
      yield [path, { kind: 'dir', ...ROOT_DIR, mode: entry.mode ?? ROOT_DIR.mode, entries: new Map() }];
    else yield [path, nodeOf(path, entry)];
  }
}

function nodeOf(path: string, entry: Leaf): TreeNode {
  const made = nodes.get(entry)?.get(path);
  if (made) return made;
  const node: TreeNode =
    entry.kind === 'symlink'
      ? { kind: 'symlink', uid: 0, gid: 0, mode: 0o777, target: entry.target }
      : {
          kind: 'file',
          uid: 0,
          gid: 0,
          mode: entry.mode,
          size: byteSize(entry),
          content: contentOf(path, entry),
        };
  const byPath = nodes.get(entry) ?? new Map<string, TreeNode>();
  byPath.set(path, node);
  nodes.set(entry, byPath);
  return node;
}

function contentOf(path: string, entry: Extract<ContextEntry, { kind: 'file' }>): Content {
  if (typeof entry.content === 'string') return { is: 'text', text: entry.content };
  if (entry.content) return { is: 'bytes', bytes: entry.content };
  return { is: 'derived', identity: identify('context', path, entry.size) };
}

function byteSize(entry: Extract<ContextEntry, { kind: 'file' }>): number | undefined {
  if (typeof entry.content === 'string') return utf8Length(entry.content);
  return entry.content?.length ?? entry.size;
}

/** Bytes of a text in UTF-8, without encoding it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 2;
    // Half of a surrogate pair: four bytes for two units.
    else if (unit >= 0x80) bytes += 1;
  }
  return bytes;
}
