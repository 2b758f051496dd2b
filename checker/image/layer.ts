import type { State } from './state.ts';
import { changedEntries, walk } from './tree.ts';
import type { DirNode, FileTree, LayerSize, TreeNode } from './types.ts';

const NOTHING: LayerSize = { bytes: 0, exact: true, open: false, parts: [] };

interface Sum {
  bytes: number;
  exact: boolean;
  open: boolean;
  parts: Map<string, number>;
}

/**
 * What a step adds to the image: new and changed files whole (a chown copies them), and installed packages.
 * What it deletes is hidden from then on, but takes its room in the layers below as before.
 */
export function layerSize(before: State, after: State): LayerSize {
  const sum: Sum = { bytes: 0, exact: true, open: false, parts: new Map() };
  if (before.files !== after.files)
    compare(before.files, after.files, root(before.files), root(after.files), '', 0, sum);
  if (before.packages !== after.packages) {
    for (const [key, added] of after.packages.installed) {
      if (before.packages.installed.has(key) || SELF_COUNTED.has(added.manager)) continue;
      sum.exact = false;
      if (added.size === undefined) sum.open = true;
      else count(sum, `${added.manager} ${added.name}`, added.size);
    }
  }
  if (sum.bytes === 0 && sum.exact && !sum.open) return NOTHING;
  const parts = [...sum.parts].map(([what, bytes]) => ({ what, bytes }));
  parts.sort((left, right) => right.bytes - left.bytes);
  return { bytes: sum.bytes, exact: sum.exact && !sum.open, open: sum.open, parts: parts.slice(0, 8) };
}

/** Managers whose packages stand in the file tree, with their sizes. */
const SELF_COUNTED: ReadonlySet<string> = new Set(['pip', 'npm', 'gem', 'composer', 'go', 'cargo', 'maven']);

function root(files: FileTree): TreeNode {
  const found = files.lookup('/');
  if (found.is !== 'present') throw new Error('a file system has a root');
  return found.node;
}

function compare(
  oldTree: FileTree,
  newTree: FileTree,
  old: TreeNode | undefined,
  node: TreeNode,
  path: string,
  depth: number,
  sum: Sum,
): void {
  if (node.kind !== 'dir') {
    if (old === node) return;
    if (old?.kind === 'file' && node.kind === 'file' && same(oldTree, newTree, old, node)) return;
    if (node.kind === 'unknown') sum.open = true;
    if (node.kind === 'file') {
      if (node.content.is === 'derived') sum.exact = false;
      if (node.size === undefined) sum.open = true;
      else count(sum, path, node.size);
    }
    return;
  }
  const before: DirNode | undefined = old?.kind === 'dir' ? old : undefined;
  const rest = newTree.rest(node);
  if (rest !== null && (!before || oldTree.rest(before) !== rest)) sum.open ||= !isSystem(path);
  if (before === node) {
    // A haze may have changed what is below without touching the node; only its known part is compared.
    return;
  }
  for (const [name, child] of before ? changedEntries(node, before) : node.entries) {
    const old = before?.entries.get(name);
    // Three parts of a path are fine enough to say what a layer is made of.
    if (old !== child || child.kind === 'dir')
      compare(oldTree, newTree, old, child, depth < 3 ? `${path}/${name}` : path, depth + 1, sum);
  }
}

/** Where packages are installed to: their sizes are counted by package. */
function isSystem(path: string): boolean {
  return path === '' || /^\/(usr|etc|var|lib|bin|sbin|lib64|root|run|tmp)(\/|$)/.test(path);
}

function same(oldTree: FileTree, newTree: FileTree, old: TreeNode, node: TreeNode): boolean {
  return oldTree.digestOf(old) === newTree.digestOf(node);
}

function count(sum: Sum, what: string, bytes: number): void {
  sum.bytes += bytes;
  sum.parts.set(what, (sum.parts.get(what) ?? 0) + bytes);
}

/** The sum of layers on a base. */
export function totalSize(base: LayerSize, layers: readonly LayerSize[]): LayerSize {
  const all = [base, ...layers];
  return {
    bytes: base.bytes === undefined ? undefined : all.reduce((bytes, layer) => bytes + (layer.bytes ?? 0), 0),
    exact: all.every((layer) => layer.exact),
    open: all.some((layer) => layer.open || layer.bytes === undefined),
    parts: all
      .flatMap((layer) => layer.parts)
      .sort((left, right) => right.bytes - left.bytes)
      .slice(0, 8),
  };
}

/** Known bytes below a node, and whether some are not known. */
export function knownBytes(node: TreeNode): { bytes: number; open: boolean } {
  let bytes = 0;
  let open = false;
  for (const [, entry] of walk(node)) {
    if (entry.kind === 'file') {
      if (entry.size === undefined) open = true;
      else bytes += entry.size;
    } else if (entry.kind === 'unknown') open = true;
  }
  return { bytes, open };
}
