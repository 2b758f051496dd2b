import type { Instruction } from '../../dockerfile/types.ts';
import type { Selector } from '../context/select.ts';
import { identify } from '../identity.ts';
import type { FileTree, Identity } from '../types.ts';

/** One line of the build's output. */
export interface PlannedStep {
  /** As BuildKit's plain progress prints it, without a digest: `[builder 2/5] COPY package.json ./`. */
  name: string;
  /** Of the stage, as the Dockerfile counts them. */
  stage: number;
  /** 1-based, as printed. */
  number: number;
  /** Null where the trigger comes from the base image. */
  instruction: Instruction | null;
}

/** What a step reads of another vertex's result. */
export interface Reading {
  tree: FileTree;
  selectors: readonly Selector[];
}

export interface Input {
  vertex: Vertex;
  /**
   * What is read of it, where its content decides and not how it came to be; null where how it came to be
   * decides (what the vertex builds on).
   */
  reads: Reading | null;
}

interface Common {
  /** Equal for equal work on equal inputs; BuildKit does such work once. */
  id: Identity;
  /** What of the vertex itself counts in its cache key. */
  operation: Identity;
  inputs: readonly Input[];
  /** `--no-cache`: never taken from the cache. */
  ignoreCache: boolean;
}

/** Something that comes from outside the build, so that its own key says what it holds. */
export interface SourceVertex extends Common {
  kind: 'image' | 'context' | 'inline' | 'remote';
  step: null;
}

/** An instruction that makes a layer. */
export interface StepVertex extends Common {
  kind: 'run' | 'file' | 'merge';
  /** Null for the copy that `--link` makes on its own: the merge that follows is its step. */
  step: PlannedStep | null;
  instruction: Instruction;
  /** What `operation` stands for, part by part, to tell what changed. */
  parts: Readonly<Record<string, string>>;
  /** For `run`: the command as BuildKit names it in messages. */
  process: string | null;
  /** Of the stage whose step it is. */
  stage: number;
}

export type Vertex = SourceVertex | StepVertex;

export function isStep(vertex: Vertex): vertex is StepVertex {
  return vertex.kind === 'run' || vertex.kind === 'file' || vertex.kind === 'merge';
}

/** Equal for equal operations on equal inputs, what is read of them included. */
export function vertexId(operation: string, inputs: readonly Input[]): string {
  return identify(
    operation,
    ...inputs.map(({ vertex, reads }) => identify(vertex.id, JSON.stringify(reads?.selectors))),
  );
}

/**
 * Inputs without repetition. Where a vertex is built on and read from, how it came to be decides; where it is
 * read from several times, all that is read does.
 */
export function joinInputs(inputs: readonly Input[]): Input[] {
  const joined = new Map<string, Input>();
  for (const input of inputs) {
    const there = joined.get(input.vertex.id);
    joined.set(
      input.vertex.id,
      there ? { vertex: there.vertex, reads: together(there.reads, input.reads) } : input,
    );
  }
  return [...joined.values()];
}

function together(first: Reading | null, second: Reading | null): Reading | null {
  return first && second && { tree: first.tree, selectors: [...first.selectors, ...second.selectors] };
}

/**
 * Every vertex that the last one needs, inputs first. Of equal ones there is one, and it goes by the name of the
 * one that is met last, as BuildKit has it.
 */
export function inOrder(last: Vertex | null): Vertex[] {
  const met = new Set<Vertex>();
  const byId = new Map<string, Vertex>();
  const visit = (vertex: Vertex): void => {
    if (met.has(vertex)) return;
    met.add(vertex);
    for (const input of vertex.inputs) visit(input.vertex);
    byId.set(vertex.id, vertex);
  };
  if (last) visit(last);
  return [...byId.values()];
}
