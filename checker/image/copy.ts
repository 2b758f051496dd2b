import type { AddInstruction, CopyInstruction } from '../dockerfile/types.ts';
import type { Range } from '../types.ts';
import { changedMode } from './commands/files.ts';
import { type SelectedPath, type Selection, select } from './context/select.ts';
import { identify } from './identity.ts';
import { baseName, parentOf, resolvePath } from './paths.ts';
import { lookupUser } from './permissions.ts';
import type { State } from './state.ts';
import { type Ownership, ROOT_DIR, type WorkTree } from './tree.ts';
import type { CopiedPath, Failure, FileTree, Identity, Known, TreeNode } from './types.ts';

export interface TransferOptions {
  instruction: CopyInstruction | AddInstruction;
  /** Words expanded; undefined where a value is not known. */
  sources: readonly { text: Known<string>; range: Range }[];
  destination: Known<string>;
  chown: Known<string> | null;
  chmod: Known<string> | null;
  excludes: readonly string[];
  /** Heredocs expanded, by name. */
  inline: readonly { name: string; text: Known<string> }[];
  /** The tree to take from. */
  from: FileTree;
}

export interface TransferResult {
  state: State;
  copied: CopiedPath[];
  failure: Omit<Failure, 'stage'> | null;
}

/** Carries out a COPY or ADD. */
export function transfer(state: State, options: TransferOptions): TransferResult {
  const { instruction, from } = options;
  const files = state.files.fork();
  const copied: CopiedPath[] = [];
  const result = (failure: TransferResult['failure']): TransferResult => ({
    state: state.with({ files }),
    copied,
    failure,
  });
  const destination = targetPath(state, options.destination);
  const ownership = ownershipOf(state, options.chown);
  const several = options.sources.length + options.inline.length > 1;
  if (destination === undefined) {
    files.haze(identify('copy', ...options.sources.map((source) => source.text), from.digest('/')));
    return result(null);
  }
  const toDirectory =
    options.destination?.endsWith('/') === true ||
    options.destination === '.' ||
    options.destination === '..' ||
    several;
  for (const { text, range } of options.sources) {
    if (text === undefined) {
      files.blur(destination, identify('copy', from.digest('/')));
      continue;
    }
    if (instruction.name === 'add' && isRemote(text)) {
      const node = remoteFile(text, options, ownership);
      const name = baseName(text.replace(/[?#].*$/, '').replace(/\/$/, ''));
      const there = files.lookup(destination);
      // A file goes into a directory that is there, whether or not a slash says so.
      const into = toDirectory || (there.is === 'present' && there.node.kind === 'dir');
      if (/\.git(#.*)?$|^git@/.test(text)) files.blur(destination, identify('git', text));
      else if (!into && there.is === 'unknown') files.blur(parentOf(destination), identify('url', text));
      else place(files, into ? resolvePath(destination, name) : destination, node, copied, text);
      continue;
    }
    const selection = selected(from, text, options.excludes);
    if (selection.is === 'missing') {
      return result({ message: missingMessage(selection.path), range, kind: 'missing-source' });
    }
    const parents = instruction.name === 'copy' && instruction.parents;
    put(
      files,
      from,
      selection,
      {
        destination,
        toDirectory,
        ownership,
        chmod: options.chmod,
        parents,
        source: text,
        unpacks: instruction.name === 'add' && instruction.unpack !== false,
      },
      copied,
    );
  }
  for (const { name, text } of options.inline) {
    const at = toDirectory ? resolvePath(destination, name) : destination;
    const bytes = text === undefined ? undefined : new TextEncoder().encode(text).length;
    const node: TreeNode = {
      kind: 'file',
      uid: ownership.uid,
      gid: ownership.gid,
      mode: modeAfter(options.chmod, { mode: 0o644, kind: 'file' }),
      size: bytes,
      content:
        text === undefined
          ? { is: 'derived', identity: identify('heredoc', name, state.history) }
          : { is: 'text', text },
    };
    place(files, at, node, copied, null);
  }
  return result(null);
}

/** What a source finds; a pattern that cannot be read is refused elsewhere, and finds what is not known. */
export function selected(from: FileTree, path: string, excludes: readonly string[]): Selection {
  try {
    return select(from, { path, excludes });
  } catch {
    return { is: 'unknown', digest: identify('pattern', path, from.digest('/')) };
  }
}

/** BuildKit's words, without the reference to the snapshot, which nobody can foresee. */
export function missingMessage(path: string): string {
  return `failed to calculate checksum of ref: ${JSON.stringify(path)}: not found`;
}

/** Whether ADD fetches a source: a file by HTTP, or a Git repository. */
export function isRemote(source: string): boolean {
  return /^(https?|git|ssh|ftp):\/\//.test(source) || /^git@/.test(source);
}

function targetPath(state: State, destination: Known<string>): Known<string> {
  if (destination === undefined) return undefined;
  if (destination.startsWith('/')) return resolvePath('/', destination);
  return state.config.workdir === undefined ? undefined : resolvePath(state.config.workdir, destination);
}

/** A name that does not exist silently becomes root. */
function ownershipOf(state: State, chown: Known<string> | null): Pick<Ownership, 'uid' | 'gid'> {
  if (chown === null || chown === '') return { uid: 0, gid: 0 };
  if (chown === undefined) return { uid: undefined, gid: undefined };
  const { uid, gid, missingUser, missingGroup } = lookupUser(chown, state.accounts);
  const user = missingUser === null ? uid : 0;
  const group = missingGroup !== null ? 0 : missingUser !== null && !chown.includes(':') ? 0 : gid;
  return { uid: user, gid: group };
}

function modeAfter(chmod: Known<string> | null, node: Pick<TreeNode, 'mode' | 'kind'>): Known<number> {
  if (chmod === null) return node.mode;
  return chmod === undefined ? undefined : changedMode(node as TreeNode, chmod);
}

interface Placement {
  destination: string;
  toDirectory: boolean;
  ownership: Pick<Ownership, 'uid' | 'gid'>;
  chmod: Known<string> | null;
  parents: boolean;
  source: string;
  unpacks: boolean;
}

function put(
  files: WorkTree,
  from: FileTree,
  selection: Exclude<Selection, { is: 'missing' }>,
  placement: Placement,
  copied: CopiedPath[],
): void {
  const { destination, toDirectory, ownership } = placement;
  if (selection.is === 'unknown') {
    // A source that may be a file or a directory: what is at the destination, or in it, is not known.
    const wildcard = /[*?[]/.test(placement.source);
    const there = files.lookup(destination);
    const node: TreeNode = { kind: 'unknown', identity: selection.digest, ...ownership, mode: undefined };
    const name = baseName(resolvePath('/', placement.source));
    if (placement.unpacks && ARCHIVE.test(name)) {
      unpack(files, destination, selection.digest, copied, placement.source);
      return;
    }
    // A directory's contents come without its name; a file keeps it.
    if (toDirectory || wildcard || (there.is === 'present' && there.node.kind === 'dir')) {
      files.mkdir(destination, { ...ROOT_DIR, ...ownership });
      files.blur(destination, selection.digest);
      copied.push({ source: placement.source, destination, node });
      if (!wildcard && looksLikeFile(name))
        place(files, resolvePath(destination, name), node, copied, placement.source);
    } else place(files, destination, node, copied, placement.source);
    return;
  }
  for (const path of selection.paths) {
    const node = prepared(files, from, path, placement);
    if (placement.parents) {
      const relative = path.path.replace(/^\/+/, '');
      if (node.kind === 'dir')
        files.merge(resolvePath(destination, relative), node, { ...ROOT_DIR, ...ownership });
      else place(files, resolvePath(destination, relative), node, copied, path.path);
      copied.push({ source: path.path, destination: resolvePath(destination, relative), node });
      continue;
    }
    if (node.kind === 'dir') {
      files.merge(destination, node, { ...ROOT_DIR, ...ownership });
      copied.push({ source: path.path, destination, node });
      continue;
    }
    if (placement.unpacks && ARCHIVE.test(path.path)) {
      unpack(files, destination, from.digestOf(path.node), copied, path.path);
      continue;
    }
    const there = files.lookup(destination);
    const into =
      toDirectory || (there.is === 'present' && there.node.kind === 'dir') || selection.paths.length > 1;
    place(
      files,
      into ? resolvePath(destination, baseName(path.path)) : destination,
      node,
      copied,
      path.path,
      ownership,
    );
  }
}

/** An archive leaves things at the destination that nobody has listed. */
function unpack(
  files: WorkTree,
  destination: string,
  digest: Identity,
  copied: CopiedPath[],
  source: string,
): void {
  const identity = identify('unpack', digest);
  files.mkdir(destination);
  files.blur(destination, identity);
  const node: TreeNode = { kind: 'unknown', identity, uid: undefined, gid: undefined, mode: undefined };
  copied.push({ source, destination, node });
}

/** What ADD unpacks, by its usual names: it looks at the content, which is not always known. */
const ARCHIVE = /\.(tar|tar\.gz|tgz|tar\.bz2|tbz2?|tar\.xz|txz|tar\.zst)$/;

function looksLikeFile(name: string): boolean {
  return /\.[A-Za-z0-9]{1,5}$/.test(name);
}

function place(
  files: WorkTree,
  at: string,
  node: TreeNode,
  copied: CopiedPath[],
  source: string | null,
  ownership: Pick<Ownership, 'uid' | 'gid'> = { uid: 0, gid: 0 },
): void {
  files.put(at, node, { ...ROOT_DIR, ...ownership });
  copied.push({ source, destination: at, node });
}

/** The node with the owner and mode that it gets, without what is excluded. */
function prepared(
  files: WorkTree,
  from: FileTree,
  selected: SelectedPath,
  { ownership, chmod }: Placement,
): TreeNode {
  const shares = files.readsLike(from);
  const visit = (node: TreeNode, path: string): TreeNode => {
    const mode = node.kind === 'symlink' ? node.mode : modeAfter(chmod, node);
    const same = node.uid === ownership.uid && node.gid === ownership.gid && node.mode === mode;
    if (node.kind !== 'dir') return same ? node : { ...node, ...ownership, mode };
    let changed = !same || !shares;
    const entries: [string, TreeNode][] = [];
    for (const [name, child] of node.entries) {
      const below = `${path === '/' ? '' : path}/${name}`;
      const taken = selected.takes === null || selected.takes(below);
      if (taken) entries.push([name, visit(child, below)]);
      changed ||= !taken || entries.at(-1)?.[1] !== child;
    }
    return changed ? files.directory({ ...ownership, mode }, entries, from.rest(node)) : node;
  };
  return visit(selected.node, selected.path);
}

function remoteFile(
  url: string,
  { chmod, instruction }: TransferOptions,
  ownership: Pick<Ownership, 'uid' | 'gid'>,
): TreeNode {
  const checksum = instruction.name === 'add' ? instruction.checksum?.text : undefined;
  return {
    kind: 'file',
    ...ownership,
    mode: modeAfter(chmod, { kind: 'file', mode: 0o600 }),
    size: undefined,
    content: { is: 'derived', identity: identify('url', url, checksum) },
  };
}
