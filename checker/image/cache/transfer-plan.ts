import { expandWord } from '../../dockerfile/expand.ts';
import type { AddInstruction, CopyInstruction } from '../../dockerfile/types.ts';
import type { Selector } from '../context/select.ts';
import { identify } from '../identity.ts';
import { baseName, resolvePath } from '../paths.ts';
import { WorkTree } from '../tree.ts';
import type { FileTree } from '../types.ts';
import { fileName } from './names.ts';
import { type Planner, parentInput, rooted, type StageState, stepVertex } from './stage-plan.ts';
import {
  type Input,
  joinInputs,
  type SourceVertex,
  type StepVertex,
  type Vertex,
  vertexId,
} from './vertex.ts';

/**
 * COPY and ADD. Of a source only the last name of its path counts, and what it selects; the destination counts
 * as it is resolved, with the slash at its end. Source: BuildKit, solver/llbsolver/ops/file.go.
 */
export function planTransfer(
  planner: Planner,
  instruction: CopyInstruction | AddInstruction,
  state: StageState,
  isTrigger: boolean,
): Vertex {
  const expand = (word: { text: string; range: CopyInstruction['range'] }) => planner.expand(word, state);
  const destination = destinationPath(expand(instruction.destination), state.workdir);
  const chown = instruction.chown ? expand(instruction.chown) : '';
  const chmod = instruction.chmod ? expand(instruction.chmod) : '';
  const excludes = instruction.excludes.map(expand);
  const source = sourceOf(planner, instruction);
  const withParents = instruction.name === 'copy' && instruction.parents;
  const unpack = instruction.name === 'add' && instruction.unpack !== false;

  const names: string[] = [];
  const inputs: Input[] = [];
  for (const word of instruction.sources) {
    const path = expand(word);
    if (isRemote(path)) {
      names.push(path);
      inputs.push(remoteSource(path, instruction));
      continue;
    }
    const selector = pathSelector(path, excludes, withParents);
    names.push(
      selector.include === undefined
        ? baseName(selector.path)
        : `${baseName(selector.path)}/./${selector.include}`,
    );
    if (source.top) inputs.push({ vertex: source.top, reads: { tree: source.tree, selectors: [selector] } });
  }
  for (const heredoc of instruction.inline) {
    const text = heredoc.expand ? expandBody(heredoc.content, state) : heredoc.content;
    names.push(`<<${heredoc.name}`);
    inputs.push(inlineSource(heredoc.name, text, 0o644));
  }

  const parts = {
    instruction: unpack ? 'unpack' : 'copy',
    sources: JSON.stringify(names),
    destination,
    chown,
    chmod: /^[0-7]+$/.test(chmod) ? `0${Number.parseInt(chmod, 8).toString(8)}` : chmod,
    exclude: JSON.stringify(excludes),
  };
  const command = fileName(instruction, planner.escape, state.environment.lookup);
  const work = { kind: 'file', instruction, parts, command, ignoreCache: state.ignoreCache } as const;
  // With --chmod BuildKit ignores --link.
  if (!instruction.link || chmod !== '') {
    const all = joinInputs([...parentInput(state), ...inputs]);
    return stepVertex({ ...work, inputs: all }, state, isTrigger);
  }
  const copy = stepVertex({ ...work, inputs: joinInputs(inputs) }, state, isTrigger);
  return state.top ? linkVertex(copy, state.top) : copy;
}

/** What `--link` adds: the copy made on its own is laid over what was there. Both are shown as one step. */
function linkVertex(copy: StepVertex, below: Vertex): StepVertex {
  const inputs: Input[] = [
    { vertex: below, reads: null },
    { vertex: { ...copy, step: null }, reads: null },
  ];
  return { ...copy, kind: 'merge', id: vertexId('merge', inputs), operation: 'merge', inputs };
}

function sourceOf(
  planner: Planner,
  instruction: CopyInstruction | AddInstruction,
): { top: Vertex | null; tree: FileTree } {
  if (instruction.name === 'copy' && instruction.from) return planner.source(instruction.from.text, true);
  return { top: planner.context, tree: planner.options.build.context };
}

function pathSelector(path: string, excludes: readonly string[], parents: boolean): Selector {
  const filter = excludes.length > 0 ? { excludes } : {};
  if (!parents) return { path: rooted(path), ...filter };
  const pivot = path.indexOf('/./');
  const top = pivot === -1 ? '/' : path.slice(0, pivot);
  const include = rooted(pivot === -1 ? path : path.slice(pivot + 3)).slice(1);
  return { path: rooted(top), include, ...filter };
}

/** The absolute destination with what its end says: a slash, or a dot behind one. */
function destinationPath(path: string, workdir: string): string {
  const written = path === '.' || path === '' ? './' : path;
  const resolved = resolvePath(workdir, written);
  if (written.endsWith('/') && !resolved.endsWith('/')) return `${resolved}/`;
  if (written.endsWith('/.')) return resolved === '/' ? '/.' : `${resolved}/.`;
  return resolved;
}

function expandBody(text: string, state: StageState): string {
  return expandWord(text, '\\', state.environment.lookup, { plainQuotes: true }).result;
}

/** A file that stands in the Dockerfile itself, and all of it read. */
export function inlineSource(name: string, text: string, mode: number): Input {
  const operation = identify('inline', name, text, mode);
  const tree = WorkTree.empty();
  const size = new TextEncoder().encode(text).length;
  tree.put(`/${name}`, { kind: 'file', uid: 0, gid: 0, mode, size, content: { is: 'text', text } });
  const vertex: SourceVertex = {
    kind: 'inline',
    id: operation,
    operation,
    inputs: [],
    ignoreCache: false,
    step: null,
  };
  return { vertex, reads: { tree, selectors: [{ path: `/${name}`, literal: true }] } };
}

export function isRemote(source: string): boolean {
  return /^(?:https?|git|ssh):\/\/|^git@/.test(source);
}

/** What a URL gives is taken to be the same both times, unless the checksum says otherwise. */
function remoteSource(url: string, instruction: CopyInstruction | AddInstruction): Input {
  const checksum = instruction.name === 'add' ? instruction.checksum?.text : undefined;
  const keepGitDir = instruction.name === 'add' && instruction.keepGitDir;
  const operation = identify('remote', url, checksum, String(keepGitDir));
  const vertex: SourceVertex = {
    kind: 'remote',
    id: operation,
    operation,
    inputs: [],
    ignoreCache: false,
    step: null,
  };
  return { vertex, reads: { tree: WorkTree.unknown(operation), selectors: [{ path: '/', literal: true }] } };
}
