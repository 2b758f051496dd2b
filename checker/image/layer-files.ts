import { FILLED } from './machine.ts';
import type { BuiltStep, DirNode, FileTree, Known, TreeNode } from './types.ts';

/** One file of a layer, as far as it is known. */
export interface LayerFile {
  /** Absolute; with a slash at the end where it is a directory of which only the size is known. */
  path: string;
  /** `deleted`: the layer holds no content of it, only the mark that it is gone. */
  change: 'added' | 'changed' | 'deleted';
  /** Undefined where not known. */
  bytes: Known<number>;
  /** What it holds, long texts cut off; null where that is not known or no text. */
  text: string | null;
  /** What a later layer makes of it: the container no longer sees this content, the layer still has it. */
  hidden: { by: 'deleted' | 'replaced'; line: number } | null;
}

export interface LayerFiles {
  /** By path; no more than `MOST_FILES`. */
  files: LayerFile[];
  /** How many known files there are beside these. */
  more: number;
  /** Whether the step wrote other things that are not known by name. */
  unnamed: boolean;
  /** Bytes of files that a later layer deletes or replaces: they travel with the image, and nobody sees them. */
  wasted: number;
}

export const MOST_FILES = 60;
/** Characters of a text that are kept. */
const MOST_TEXT = 2000;

/**
 * What each step wrote, changed and deleted.
 * @param steps - those of an image that make a layer, the lowest first, its base image's left out.
 */
export function filesOfLayers(steps: readonly BuiltStep[]): LayerFiles[] {
  const layers = steps.map(changesOf);
  const later = new Map<string, NonNullable<LayerFile['hidden']>>();
  for (let at = layers.length - 1; at >= 0; at--) {
    const line = steps[at]?.instruction.startLine ?? 0;
    const { files } = layers[at] as Changes;
    for (const file of files) file.hidden = file.change === 'deleted' ? null : (later.get(file.path) ?? null);
    for (const { path, change } of files)
      later.set(path, { by: change === 'deleted' ? 'deleted' : 'replaced', line });
  }
  return layers.map(({ files, unnamed }) => ({
    files: files.slice(0, MOST_FILES),
    more: Math.max(0, files.length - MOST_FILES),
    unnamed,
    wasted: files.reduce((sum, { bytes = 0, hidden }) => (hidden ? sum + bytes : sum), 0),
  }));
}

interface Changes {
  files: LayerFile[];
  unnamed: boolean;
}

function changesOf({ before, after }: BuiltStep): Changes {
  const changes: Changes = { files: [], unnamed: false };
  if (before.files !== after.files)
    compare(before.files, after.files, rootOf(before.files), rootOf(after.files), '', changes);
  changes.files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return changes;
}

function rootOf(files: FileTree): TreeNode | undefined {
  const found = files.lookup('/');
  return found.is === 'present' ? found.node : undefined;
}

function compare(
  oldTree: FileTree,
  newTree: FileTree,
  old: TreeNode | undefined,
  node: TreeNode | undefined,
  path: string,
  changes: Changes,
): void {
  if (old === node) return;
  const [before, after] = [directoryOf(old), directoryOf(node)];
  if (after && mayHoldMore(oldTree, newTree, before, after)) changes.unnamed = true;
  if (old && !before && !same(oldTree, newTree, old, node))
    note(changes, path, old, node ? undefined : 'deleted');
  if (node && !after && !same(oldTree, newTree, old, node))
    note(changes, path, node, old ? 'changed' : 'added');
  const names = new Set([...(before?.entries.keys() ?? []), ...(after?.entries.keys() ?? [])]);
  for (const name of names)
    compare(
      oldTree,
      newTree,
      before?.entries.get(name),
      after?.entries.get(name),
      `${path}/${name}`,
      changes,
    );
}

function directoryOf(node: TreeNode | undefined): DirNode | undefined {
  return node?.kind === 'dir' ? node : undefined;
}

/** Whether something may have come into this directory that has no name. */
function mayHoldMore(
  oldTree: FileTree,
  newTree: FileTree,
  before: DirNode | undefined,
  after: DirNode,
): boolean {
  const rest = newTree.rest(after);
  return rest !== null && (!before || oldTree.rest(before) !== rest);
}

function same(
  oldTree: FileTree,
  newTree: FileTree,
  old: TreeNode | undefined,
  node: TreeNode | undefined,
): boolean {
  return old !== undefined && node !== undefined && oldTree.digestOf(old) === newTree.digestOf(node);
}

function note(changes: Changes, path: string, node: TreeNode, change: LayerFile['change'] | undefined): void {
  if (change === undefined) return;
  const content = node.kind === 'file' && change !== 'deleted' ? node.content : null;
  changes.files.push({
    path: path.endsWith(`/${FILLED}`) ? path.slice(0, -FILLED.length) : path,
    change,
    bytes: change === 'deleted' ? 0 : node.kind === 'file' ? node.size : undefined,
    text: content?.is === 'text' ? shortened(content.text) : null,
    hidden: null,
  });
}

function shortened(text: string): string {
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}\n...` : text;
}
