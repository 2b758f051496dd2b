import { identify } from '../identity.ts';
import { baseName, cleanPath } from '../paths.ts';
import type { FileTree, Identity, TreeNode } from '../types.ts';
import { type ParentMatch, PatternMatcher } from './patterns.ts';
import { hasWildcard, wildcardMatcher } from './wildcard.ts';

/** What one source of COPY, ADD or a bind mount asks of a tree. */
export interface Selector {
  /** Absolute and clean; `*`, `?` and `[]` are wildcards unless `literal`. */
  path: string;
  /** A path of a mount or of a heredoc: no wildcards. */
  literal?: boolean;
  /** `--exclude`, relative to what is copied. */
  excludes?: readonly string[];
  /** Pattern of `--parents`, relative to `path`. */
  include?: string;
}

export interface SelectedPath {
  /** Absolute, in the tree. */
  path: string;
  /** Whole: what excludes or an include pattern leave out of a directory is for `leaves` to say. */
  node: TreeNode;
  /** Whether something at or below this path is taken; null takes everything. */
  takes: ((path: string) => boolean) | null;
}

/** What a selector finds. Not known is never missing. */
export type Selection =
  | { is: 'found'; paths: SelectedPath[]; digest: Identity }
  | { is: 'missing'; path: string }
  | { is: 'unknown'; digest: Identity };

/**
 * Finds what a source names and the digest that stands for it in the cache key: content, modes and owners of
 * what is selected, names below it, but not when it was changed. Several matches count with their names.
 * A wildcard that matches nothing is no error. Source: BuildKit, cache/contenthash.
 */
export function select(tree: FileTree, selector: Selector): Selection {
  const path = cleanPath(selector.path.startsWith('/') ? selector.path : `/${selector.path}`);
  const filter = contentFilter(selector);
  if (!selector.literal && hasWildcard(path)) return selectMatches(tree, path, filter);
  const required = requiredPath(selector);
  if (required !== null && tree.lookup(required).is === 'absent') return { is: 'missing', path: required };
  const found = tree.lookup(unescape(path, selector.literal === true));
  if (found.is === 'unknown') return { is: 'unknown', digest: identify(found.identity, selector.include) };
  if (found.is === 'absent') return { is: 'missing', path };
  if (!filter) {
    return {
      is: 'found',
      paths: [{ path: found.path, node: found.node, takes: null }],
      digest: tree.digestOf(found.node),
    };
  }
  return filtered(tree, [{ path: found.path, node: found.node }], filter, selector);
}

/** `--parents` without wildcards asks for one path, though it selects from above it. */
function requiredPath({ path, include }: Selector): string | null {
  return include === undefined || hasWildcard(path) || hasWildcard(include)
    ? null
    : cleanPath(`${path}/${include}`);
}

function selectMatches(tree: FileTree, pattern: string, filter: Filter | null): Selection {
  const matches: { path: string; node: TreeNode }[] = [];
  const unknown: Identity[] = [];
  const parts = pattern.slice(1).split('/');
  const descend = (node: TreeNode, at: string, depth: number): void => {
    const part = parts[depth];
    if (part === undefined) {
      matches.push({ path: at, node });
      return;
    }
    if (node.kind === 'unknown') unknown.push(node.identity);
    if (node.kind !== 'dir') return;
    const rest = tree.rest(node);
    if (rest !== null) unknown.push(rest);
    const fits = hasWildcard(part) ? wildcardMatcher(part) : null;
    const names = fits ? [...node.entries.keys()].filter(fits).sort() : [unescape(part, false)];
    for (const name of names) {
      const child = node.entries.get(name);
      if (child) descend(followed(tree, child, `${at}/${name}`), `${at}/${name}`, depth + 1);
    }
  };
  const root = tree.lookup('/');
  if (root.is === 'present') descend(root.node, '', 0);
  if (unknown.length > 0) {
    const known = matches.map(({ path, node }) => `${path} ${tree.digestOf(node)}`);
    return { is: 'unknown', digest: identify(...unknown, pattern, ...known) };
  }
  return filtered(tree, matches, filter, { path: pattern });
}

function followed(tree: FileTree, node: TreeNode, path: string): TreeNode {
  if (node.kind !== 'symlink') return node;
  const found = tree.lookup(path);
  return found.is === 'present' ? found.node : node;
}

/** Which paths below a source are taken, worked out while walking down. */
interface Filter {
  excludes: PatternMatcher | null;
  includes: PatternMatcher | null;
}

function contentFilter(selector: Selector): Filter | null {
  const excludes = selector.excludes?.length ? new PatternMatcher(selector.excludes) : null;
  const includes = selector.include === undefined ? null : new PatternMatcher([selector.include]);
  return excludes || includes ? { excludes, includes } : null;
}

function filtered(
  tree: FileTree,
  matches: readonly { path: string; node: TreeNode }[],
  filter: Filter | null,
  selector: Selector,
): Selection {
  if (!filter) {
    const paths = matches.map((match) => ({ ...match, takes: null }));
    const only = matches.length === 1 ? matches[0] : undefined;
    if (only && baseName(only.path) === baseName(selector.path)) {
      return { is: 'found', paths, digest: tree.digestOf(only.node) };
    }
    const parts = matches.flatMap(({ path, node }) => [baseName(path), tree.digestOf(node)]);
    return { is: 'found', paths, digest: identify(...parts) };
  }
  const parts: string[] = [];
  const unknown: Identity[] = [];
  const paths = matches.map(({ path, node }): SelectedPath => {
    const taken = new Set<string>();
    collect(tree, node, path, baseName(path), filter, taken, parts, unknown);
    return { path, node, takes: (candidate) => taken.has(candidate) };
  });
  if (unknown.length > 0) return { is: 'unknown', digest: identify(...unknown, ...parts) };
  return { is: 'found', paths, digest: identify(...parts) };
}

/** Adds names and digests of what the filter takes of one source; a directory counts when something in it does. */
function collect(
  tree: FileTree,
  top: TreeNode,
  topPath: string,
  topName: string,
  filter: Filter,
  taken: Set<string>,
  parts: string[],
  unknown: Identity[],
): void {
  const visit = (
    node: TreeNode,
    relative: string,
    absolute: string,
    parents: { excludes: ParentMatch | null; includes: ParentMatch | null },
  ): boolean => {
    const own = { ...parents };
    let included = true;
    if (relative !== '') {
      if (filter.includes) {
        const { matched, info } = filter.includes.match(relative, parents.includes);
        own.includes = info;
        included = matched;
      }
      if (filter.excludes) {
        const { matched, info } = filter.excludes.match(relative, parents.excludes);
        own.excludes = info;
        if (matched) included = false;
      }
    }
    if (node.kind !== 'dir') {
      if (!included) return false;
      if (node.kind === 'unknown') unknown.push(node.identity);
      taken.add(absolute);
      parts.push(baseName(absolute), tree.digestOf(node));
      return true;
    }
    const rest = tree.rest(node);
    if (rest !== null) unknown.push(rest);
    const header = parts.length;
    let any = included && relative !== '';
    for (const name of [...node.entries.keys()].sort()) {
      const child = node.entries.get(name) as TreeNode;
      const below = relative === '' ? name : `${relative}/${name}`;
      if (visit(child, below, `${absolute === '/' ? '' : absolute}/${name}`, own)) any = true;
    }
    if (any) {
      taken.add(absolute);
      parts.splice(header, 0, baseName(absolute), identify('dir', node.uid, node.gid, node.mode));
    }
    return any;
  };
  const nothing = { excludes: null, includes: null };
  if (top.kind === 'dir') visit(top, '', topPath, nothing);
  // A file that is a source itself is asked about under its own name.
  else visit(top, topName, topPath, nothing);
}

/** A backslash takes the next character as it is, also where there is no wildcard. */
function unescape(path: string, literal: boolean): string {
  return literal ? path : path.replace(/\\([\s\S])/g, '$1');
}
