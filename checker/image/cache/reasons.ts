import type { FileTree, TreeNode } from '../types.ts';
import type { FinishedBuild } from './predict.ts';
import { type Input, isStep, type Reading, type StepVertex, type Vertex } from './vertex.ts';

/** Says why a step is carried out again, as one sentence for the reader of the build's output. */
export function whyRebuilt(vertex: StepVertex, now: FinishedBuild, before: FinishedBuild): string {
  const own = vertex.kind === 'merge' ? (vertex.inputs.at(-1)?.vertex ?? vertex) : vertex;
  const step = isStep(own) ? own : vertex;
  const cause = rebuiltBelow(vertex, now);
  if (cause)
    return `It stands on ${cause.step?.name ?? cause.instruction.line.text.trim()}, which was carried out again.`;
  if (vertex.ignoreCache) return 'The build was told not to use the cache.';
  const twin = twinOf(step, before);
  if (!twin) return 'This step is new.';
  return (
    baseChange(step, twin) ??
    contentChange(step, twin) ??
    partChange(step, twin, now) ??
    'The build before did not get so far, or did it on something else.'
  );
}

/** The lowest step under this one that is carried out again. */
function rebuiltBelow(vertex: StepVertex, now: FinishedBuild): StepVertex | null {
  let cause: StepVertex | null = null;
  let below = parentOf(vertex);
  while (below && isStep(below) && now.lookups.get(below.id)?.cached === false) {
    cause = below;
    below = parentOf(below);
  }
  return cause;
}

function parentOf(vertex: Vertex): Vertex | null {
  return vertex.inputs.find(({ reads }) => reads === null)?.vertex ?? null;
}

/** The step of the build before that this one stands for: the same work, else the same place. */
function twinOf(vertex: StepVertex, before: FinishedBuild): StepVertex | null {
  const keyword = vertex.instruction.name;
  const steps = before.vertices.filter(isStep).filter(({ instruction }) => instruction.name === keyword);
  const same = steps.filter(({ stage }) => stage === vertex.stage);
  return (
    same.find(({ operation }) => operation === vertex.operation) ??
    steps.find(({ operation }) => operation === vertex.operation) ??
    same.find(({ step }) => step !== null && step.number === vertex.step?.number) ??
    null
  );
}

function baseChange(vertex: StepVertex, twin: StepVertex): string | null {
  const [base, earlier] = [parentOf(vertex), parentOf(twin)];
  if (base?.kind !== 'image' || earlier?.kind !== 'image' || base.operation === earlier.operation)
    return null;
  return 'The base image is another one.';
}

function contentChange(vertex: StepVertex, twin: StepVertex): string | null {
  const readings = (inputs: readonly Input[]) => inputs.filter(({ reads }) => reads !== null);
  const earlier = readings(twin.inputs);
  for (const [index, input] of readings(vertex.inputs).entries()) {
    const reads = input.reads as Reading;
    const old = earlier[index]?.reads;
    if (!old) continue;
    const changes = changesOf(reads, old);
    if (changes.length === 0) continue;
    const where = input.vertex.kind === 'context' ? '' : ' in what it takes from another stage';
    return sentence(changes, where);
  }
  return null;
}

interface Change {
  path: string;
  how: 'changed' | 'is new' | 'is gone' | 'has other permissions or another owner';
}

function sentence(changes: readonly Change[], where: string): string {
  const first = changes[0] as Change;
  const name = `${first.path} ${first.how}${where}`;
  if (changes.length === 1) return `${name}.`;
  const others = changes.length - 1;
  return `${name}, and so ${others === 1 ? 'did one other path' : `did ${others} other paths`}.`;
}

function changesOf(reads: Reading, before: Reading): Change[] {
  const changes: Change[] = [];
  const paths = new Set([...reads.selectors, ...before.selectors].map(({ path }) => topOf(path)));
  for (const path of paths) {
    compare(path, reads.tree, nodeAt(reads.tree, path), before.tree, nodeAt(before.tree, path), changes);
  }
  return changes;
}

/** The directory from which a pattern selects. */
function topOf(path: string): string {
  const wild = path.search(/[*?[\\]/);
  return wild === -1 ? path : path.slice(0, path.lastIndexOf('/', wild)) || '/';
}

function nodeAt(tree: FileTree, path: string): TreeNode | null {
  const found = tree.lookup(path);
  return found.is === 'present' ? found.node : null;
}

function compare(
  path: string,
  tree: FileTree,
  node: TreeNode | null,
  oldTree: FileTree,
  oldNode: TreeNode | null,
  changes: Change[],
): void {
  const shown = path.replace(/^\//, '') || '.';
  if (!node || !oldNode) {
    if (node) changes.push({ path: shown, how: 'is new' });
    else if (oldNode) changes.push({ path: shown, how: 'is gone' });
    return;
  }
  if (tree.digestOf(node) === oldTree.digestOf(oldNode)) return;
  if (node.kind !== 'dir' || oldNode.kind !== 'dir') {
    changes.push({
      path: shown,
      how: sameContent(node, oldNode) ? 'has other permissions or another owner' : 'changed',
    });
    return;
  }
  const inside = changes.length;
  for (const name of new Set([...node.entries.keys(), ...oldNode.entries.keys()])) {
    const below = path === '/' ? `/${name}` : `${path}/${name}`;
    const [child, oldChild] = [node.entries.get(name) ?? null, oldNode.entries.get(name) ?? null];
    compare(below, tree, child, oldTree, oldChild, changes);
  }
  if (changes.length === inside) {
    const listed = tree.rest(node) === null && oldTree.rest(oldNode) === null;
    changes.push({ path: shown, how: listed ? 'has other permissions or another owner' : 'changed' });
  }
}

function sameContent(node: TreeNode, oldNode: TreeNode): boolean {
  return (
    node.kind === 'file' &&
    oldNode.kind === 'file' &&
    JSON.stringify(node.content) === JSON.stringify(oldNode.content)
  );
}

const PART_SENTENCES: Readonly<Record<string, string>> = {
  command: 'The command changed.',
  directory: 'The working directory changed.',
  user: 'USER changed.',
  network: 'The network of the command changed.',
  security: 'The security mode of the command changed.',
  devices: 'The devices of the command changed.',
  mounts: 'The mounts of the command changed.',
  instruction: 'COPY and ADD are not the same to the cache.',
  sources: 'The names of its sources changed.',
  destination: 'The destination changed.',
  chown: '--chown changed.',
  chmod: '--chmod changed.',
  exclude: '--exclude changed.',
  path: 'The path changed.',
};

function partChange(vertex: StepVertex, twin: StepVertex, now: FinishedBuild): string | null {
  for (const [part, sentence] of Object.entries(PART_SENTENCES)) {
    if (vertex.parts[part] !== twin.parts[part]) return sentence;
  }
  const [entries, earlier] = [vertex.parts.environment, twin.parts.environment];
  return entries === undefined || earlier === undefined ? null : variableChange(entries, earlier, now);
}

function variableChange(entries: string, earlier: string, now: FinishedBuild): string | null {
  if (entries === earlier) return null;
  const [values, before] = [variables(entries), variables(earlier)];
  for (const [name, value] of values) {
    const what = isArgument(name, now) ? 'build argument' : 'variable';
    if (!before.has(name)) return `The ${what} ${name} is new, and the environment of a command counts.`;
    if (before.get(name) !== value) return `The ${what} ${name} changed.`;
  }
  for (const name of before.keys()) {
    if (!values.has(name)) return `${name} is no longer set, and the environment of a command counts.`;
  }
  return 'The order of the variables changed, and the cache takes them in order.';
}

function variables(entries: string): Map<string, string> {
  const list = JSON.parse(entries) as string[];
  return new Map(
    list.map((entry) => {
      const equals = entry.indexOf('=');
      return [entry.slice(0, equals), entry.slice(equals + 1)];
    }),
  );
}

function isArgument(wanted: string, { dockerfile }: FinishedBuild): boolean {
  const declares = (name: 'arg' | 'env') =>
    dockerfile?.instructions.some((instruction) =>
      instruction.name === 'arg' && name === 'arg'
        ? instruction.args.some(({ key }) => key.text === wanted)
        : instruction.name === 'env' &&
          name === 'env' &&
          instruction.pairs.some(({ key }) => key.text === wanted),
    ) ?? false;
  return declares('arg') && !declares('env');
}
