import { Entries } from './entries.ts';
import { identify, identityOf } from './identity.ts';
import { baseName, cleanPath, parentOf, resolvePath } from './paths.ts';
import type { DirNode, FileTree, Identity, Known, Lookup, TreeNode } from './types.ts';

/** Who owns a new node and who may use it; undefined where not known. */
export interface Ownership {
  uid: Known<number>;
  gid: Known<number>;
  mode: Known<number>;
}

export const ROOT_DIR: Ownership = { uid: 0, gid: 0, mode: 0o755 };
const NOT_KNOWN: Ownership = { uid: undefined, gid: undefined, mode: undefined };

/** A directory as the tree keeps it. */
interface Dir extends Ownership {
  kind: 'dir';
  entries: Entries;
  /** Identity of what may stand beside the entries; null when they are all. */
  unlisted: Identity | null;
  /** How many hazes of its tree this directory has taken into account. */
  cleared: number;
  /** The tree that may change it in place. */
  owner: object;
}

const LINK_LIMIT = 40;
/** All hazes of a tree in one: how many there were, and what they came to. */
interface Hazes {
  count: number;
  identity: Identity;
}

const NO_HAZE: Hazes = { count: 0, identity: '' };

/** What a node comes to in trees of so many hazes. */
interface Summary {
  digest: Identity;
  /** Of the node and all below: the least and the most hazes that a directory has taken into account. */
  lowest: number;
  highest: number;
  /** How many hazes the tree had for which it was worked out. */
  count: number;
}

const summaries = new WeakMap<TreeNode, Summary>();

function summaryOfLeaf(node: Exclude<TreeNode, DirNode>): Summary {
  const { kind, uid, gid, mode } = node;
  const what =
    node.kind === 'file' ? identityOf(node.content) : node.kind === 'symlink' ? node.target : node.identity;
  const digest = identify(kind, uid, gid, mode, what);
  return { digest, lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY, count: 0 };
}

/** Nobody may ever ask for the identity, so it is worked out when somebody does. */
function unknown(identity: Identity, below: string, path: string): Lookup {
  return {
    is: 'unknown',
    get identity() {
      return identify(identity, below);
    },
    path,
  };
}

/**
 * A file system under construction. `fork` freezes what there is and goes on from it, sharing all that does
 * not change, so that every step of a build can keep its own view at little cost.
 */
export class WorkTree implements FileTree {
  private owner: object = {};

  private constructor(
    private root: Dir,
    /** Commands of which it is not known what they wrote, each of them anywhere. */
    private hazes: Hazes,
  ) {}

  /** An empty file system of which everything is known. */
  static empty(): WorkTree {
    const tree = new WorkTree(newDir(ROOT_DIR, null, 0, {}), NO_HAZE);
    tree.root.owner = tree.owner;
    return tree;
  }

  /** A file system of which nothing is known but whose it is. */
  static unknown(identity: Identity): WorkTree {
    const tree = WorkTree.empty();
    tree.root.unlisted = identity;
    return tree;
  }

  /** Files by path relative to the root, without a leading slash; directories are there for what is in them. */
  static ofFiles(files: Iterable<readonly [path: string, node: TreeNode]>): WorkTree {
    const tree = WorkTree.empty();
    const dirs = new Map<string, Dir>([['', tree.root]]);
    const dirAt = (path: string): Dir => {
      let dir = dirs.get(path);
      if (dir) return dir;
      const slash = path.lastIndexOf('/');
      const parent = dirAt(slash === -1 ? '' : path.slice(0, slash));
      const there = parent.entries.get(path.slice(slash + 1));
      dir = there?.kind === 'dir' ? tree.adopt(there) : newDir(ROOT_DIR, null, 0, tree.owner);
      parent.entries.set(path.slice(slash + 1), dir);
      dirs.set(path, dir);
      return dir;
    };
    for (const [path, node] of files) {
      const slash = path.lastIndexOf('/');
      if (node.kind === 'dir') {
        const { uid, gid, mode } = node;
        Object.assign(dirAt(path), { uid, gid, mode });
      } else dirAt(slash === -1 ? '' : path.slice(0, slash)).entries.set(path.slice(slash + 1), node);
    }
    return tree;
  }

  fork(): WorkTree {
    // From now on neither of the two owns a node that stands here.
    this.owner = {};
    return new WorkTree(this.root, this.hazes);
  }

  lookup(path: string, nofollow?: 'nofollow'): Lookup {
    return this.find(cleanPath(path), nofollow === 'nofollow', 0);
  }

  private find(path: string, nofollow: boolean, links: number): Lookup {
    let node: TreeNode = this.root;
    let here = '';
    let start = 1;
    while (start < path.length) {
      const slash = path.indexOf('/', start);
      const end = slash === -1 ? path.length : slash;
      const name = path.slice(start, end);
      if (node.kind === 'unknown') return unknown(node.identity, path, path);
      if (node.kind !== 'dir') return { is: 'absent', path };
      const child: TreeNode | undefined = node.entries.get(name);
      if (child === undefined) {
        const rest = this.rest(node);
        if (rest === null) return { is: 'absent', path };
        return unknown(rest, path.slice(start), path);
      }
      here += `/${name}`;
      if (child.kind === 'symlink' && !(end === path.length && nofollow)) {
        if (links >= LINK_LIMIT) return { is: 'absent', path };
        const target = resolvePath(parentOf(here), child.target) + path.slice(end);
        return this.find(target, nofollow, links + 1);
      }
      node = child;
      start = end + 1;
    }
    return { is: 'present', node, path: here === '' ? '/' : here };
  }

  rest(dir: DirNode): Identity | null {
    const { unlisted, cleared } = dir as Dir;
    return cleared >= this.hazes.count ? unlisted : identify(unlisted, this.hazes.identity);
  }

  digest(path: string): Identity {
    const found = this.lookup(path);
    if (found.is === 'absent') return 'absent';
    return found.is === 'unknown' ? found.identity : this.digestOf(found.node);
  }

  digestOf(node: TreeNode): Identity {
    const { lowest, digest } = this.summary(node);
    return lowest < this.hazes.count ? identify(digest, this.hazes.identity) : digest;
  }

  /** A digest in which every directory that a haze touched has a mark for it, whatever the haze was. */
  private summary(node: TreeNode): Summary {
    const { count } = this.hazes;
    const known = summaries.get(node);
    // A directory that is wholly before or wholly behind all hazes looks the same in every tree.
    if (known && (known.count === count || (known.highest < known.count && known.highest < count)))
      return known;
    if (known && known.lowest >= known.count && known.lowest >= count) return known;
    const made = node.kind === 'dir' ? this.summaryOfDirectory(node as Dir) : summaryOfLeaf(node);
    summaries.set(node, made);
    return made;
  }

  private summaryOfDirectory(dir: Dir): Summary {
    const { count } = this.hazes;
    let lowest = dir.cleared;
    let highest = dir.cleared;
    const entries = dir.entries.identity((node) => {
      const below = this.summary(node);
      lowest = Math.min(lowest, below.lowest);
      highest = Math.max(highest, below.highest);
      return below.digest;
    });
    const hazed = dir.cleared < count ? 'hazed' : '';
    const digest = identify('dir', dir.uid, dir.gid, dir.mode, dir.unlisted, hazed, entries);
    return { digest, lowest, highest, count };
  }

  /** Puts a node at an absolute path, over whatever is there; missing parents come into being as `parents`. */
  put(path: string, node: TreeNode, parents: Ownership = ROOT_DIR): void {
    const at = this.settle(path);
    if (at === '/') {
      if (node.kind === 'dir') this.root = this.adopt(node);
      return;
    }
    const parent = this.makeDir(parentOf(at), parents);
    parent.entries.set(baseName(at), node);
  }

  /** Makes a directory and its missing parents, as `mkdir -p`; what is there already stays as it is. */
  mkdir(path: string, ownership: Ownership = ROOT_DIR, parents: Ownership = ownership): void {
    const at = this.settle(path);
    if (this.lookup(at).is === 'present') return;
    if (at !== '/') this.makeDir(parentOf(at), parents);
    this.makeDir(at, ownership);
  }

  /** Takes away what is at a path (a link itself, not what it points to). */
  remove(path: string): void {
    const found = this.lookup(path, 'nofollow');
    if (found.is === 'absent' || found.path === '/') return;
    const at = found.path;
    const parent = this.lookup(parentOf(at));
    if (parent.is !== 'present' || parent.node.kind !== 'dir') return;
    const dir = this.makeDir(parent.path, NOT_KNOWN);
    dir.entries.delete(baseName(at));
  }

  /**
   * Applies `change` to the node at a path and, when `deep`, to everything below it.
   * @returns the bytes of the files that it touched, undefined when some are not known.
   */
  change(path: string, change: (node: TreeNode) => Partial<Ownership>, deep: boolean): Known<number> {
    const found = this.lookup(path);
    if (found.is !== 'present') return undefined;
    let bytes: Known<number> = 0;
    const apply = (node: TreeNode): TreeNode => {
      const changes = change(node);
      if (node.kind === 'file') bytes = add(bytes, node.size);
      if (node.kind !== 'dir') return node.kind === 'symlink' ? node : { ...node, ...changes };
      const dir = node as Dir;
      const copy: Dir = { ...dir, ...changes, owner: this.owner, entries: dir.entries.copy() };
      if (deep) {
        const rest = this.rest(dir);
        if (rest !== null) {
          bytes = undefined;
          copy.unlisted = identify(rest, JSON.stringify(changes));
          copy.cleared = this.hazes.count;
        }
        for (const [name, child] of dir.entries) copy.entries.set(name, apply(child));
      }
      return copy;
    };
    const changed = apply(found.node);
    if (found.path === '/') this.root = changed as Dir;
    else this.makeDir(parentOf(found.path), NOT_KNOWN).entries.set(baseName(found.path), changed);
    return bytes;
  }

  /** Something below this directory was written, and nobody knows what. */
  blur(path: string, identity: Identity, ownership: Ownership = NOT_KNOWN): void {
    const dir = this.makeDir(this.settle(path), ownership);
    dir.unlisted = identify(this.rest(dir), identity);
    dir.cleared = this.hazes.count;
  }

  /** As `blur`, for every directory below too. */
  blurAll(path: string, identity: Identity): void {
    this.blur(path, identity);
    const found = this.lookup(path);
    if (found.is !== 'present' || found.node.kind !== 'dir') return;
    const below = (dir: Dir): void => {
      for (const [name, child] of dir.entries) {
        if (child.kind !== 'dir') continue;
        const copy = this.adopt(child);
        copy.unlisted = identify(this.rest(copy), identity);
        copy.cleared = this.hazes.count;
        dir.entries.set(name, copy);
        below(copy);
      }
    };
    below(this.makeDir(found.path, NOT_KNOWN));
  }

  /** Something anywhere was written, and nobody knows what. */
  haze(identity: Identity): void {
    this.hazes = { count: this.hazes.count + 1, identity: identify(this.hazes.identity, identity) };
  }

  /** Everything below this directory goes, and what comes is known. */
  clear(path: string): void {
    const dir = this.makeDir(this.settle(path), NOT_KNOWN);
    dir.entries.clear();
    dir.unlisted = null;
    dir.cleared = this.hazes.count;
  }

  /** A directory to be put into this tree: from now on commands that are not known may write to it. */
  directory(
    ownership: Ownership,
    entries: Iterable<[string, TreeNode]> = [],
    rest: Identity | null = null,
  ): DirNode {
    const dir = newDir(ownership, rest, this.hazes.count, this.owner);
    for (const [name, node] of entries) dir.entries.set(name, node);
    return dir;
  }

  /** A node of another tree, whole and independent of that tree's haze, to be put into this one. */
  graft(from: FileTree, node: TreeNode, ownership?: Partial<Ownership>): TreeNode {
    if (!ownership && (node.kind !== 'dir' || this.readsLike(from))) return node;
    if (node.kind !== 'dir') return { ...node, ...ownership };
    const dir = newDir({ ...node, ...ownership }, from.rest(node), this.hazes.count, this.owner);
    for (const [name, child] of node.entries) dir.entries.set(name, this.graft(from, child, ownership));
    return dir;
  }

  /** Whether a directory of another tree means the same in this one. */
  readsLike(from: FileTree): boolean {
    return this.hazes.count === 0 && (from as WorkTree).hazes.count === 0;
  }

  /** Puts what `node` holds into the directory at `path`: directories merge, files replace. */
  merge(path: string, node: TreeNode, parents: Ownership = ROOT_DIR): void {
    const at = this.settle(path);
    if (node.kind !== 'dir') {
      this.put(at, node, parents);
      return;
    }
    const there = this.lookup(at);
    if (there.is === 'present' && there.node.kind !== 'dir') {
      this.put(at, node, parents);
      return;
    }
    const fresh = there.is !== 'present';
    if (at !== '/') this.makeDir(parentOf(at), parents);
    const dir = this.makeDir(at, node);
    const source = node as Dir;
    if (fresh) Object.assign(dir, { uid: node.uid, gid: node.gid, mode: node.mode });
    const rest = this.rest(source);
    if (rest !== null) {
      dir.unlisted = identify(this.rest(dir), rest);
      dir.cleared = this.hazes.count;
    }
    for (const [name, child] of source.entries) {
      const below = dir.entries.get(name);
      if (child.kind === 'dir' && below?.kind === 'dir') {
        this.merge(at === '/' ? `/${name}` : `${at}/${name}`, child, parents);
      } else dir.entries.set(name, child);
    }
  }

  /** The path with the links of its directories followed, so that writing goes where they point. */
  private settle(path: string): string {
    const clean = cleanPath(path);
    if (clean === '/') return clean;
    const parent = this.lookup(parentOf(clean));
    return parent.path === '/' ? `/${baseName(clean)}` : `${parent.path}/${baseName(clean)}`;
  }

  /** The directory at a settled path, ready to be changed in place, made if it is not there. */
  private makeDir(path: string, ownership: Ownership): Dir {
    this.root = this.adopt(this.root);
    let dir = this.root;
    if (path === '/') return dir;
    for (const name of path.slice(1).split('/')) {
      const rest = this.rest(dir);
      const child = dir.entries.get(name);
      let next: Dir;
      if (child?.kind === 'dir') next = this.adopt(child);
      else if (child?.kind === 'unknown') next = newDir(child, child.identity, this.hazes.count, this.owner);
      else if (rest === null || child !== undefined) {
        next = newDir(ownership, null, this.hazes.count, this.owner);
      } else {
        // It may have been there before, with other owners and with things in it.
        next = newDir(NOT_KNOWN, identify(rest, name), this.hazes.count, this.owner);
      }
      dir.entries.set(name, next);
      dir = next;
    }
    return dir;
  }

  /** The directory itself when this tree may change it in place, else a copy that it may. */
  private adopt(node: DirNode): Dir {
    const dir = node as Dir;
    if (dir.owner === this.owner) {
      summaries.delete(dir);
      return dir;
    }
    return { ...dir, entries: dir.entries.copy(), owner: this.owner };
  }
}

function newDir(ownership: Ownership, unlisted: Identity | null, cleared: number, owner: object): Dir {
  const { uid, gid, mode } = ownership;
  return { kind: 'dir', uid, gid, mode, entries: new Entries(), unlisted, cleared, owner };
}

/** The entries of a directory that may be others than in an earlier state of it. */
export function changedEntries(dir: DirNode, before: DirNode): Iterable<[string, TreeNode]> {
  return (dir as Dir).entries.changedSince((before as Dir).entries);
}

/** Sum of sizes of which any may be unknown. */
export function add(left: Known<number>, right: Known<number>): Known<number> {
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Every file, link and unknown node at or below `node`, with its path from there (`` for itself). */
export function* walk(node: TreeNode, path = ''): Generator<[path: string, node: TreeNode]> {
  yield [path, node];
  if (node.kind !== 'dir') return;
  for (const [name, child] of node.entries) yield* walk(child, path === '' ? name : `${path}/${name}`);
}

/** Bytes of all files at or below a node; undefined when some size is not known. */
export function sizeOf(tree: FileTree, node: TreeNode): Known<number> {
  if (node.kind === 'file') return node.size;
  if (node.kind === 'symlink') return 0;
  if (node.kind === 'unknown' || tree.rest(node) !== null) return undefined;
  let bytes: Known<number> = 0;
  for (const child of node.entries.values()) bytes = add(bytes, sizeOf(tree, child));
  return bytes;
}
