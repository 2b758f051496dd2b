import type { Lookup } from './solve.ts';
import type { StepVertex, Vertex } from './vertex.ts';

/**
 * Who is done when a build fails: steps run side by side, and what was completed stays in the cache. The times are
 * rough, in seconds; only their order matters.
 */

const LOAD = 0.02;
const FILE = 0.03;
const RUN = 0.3;

export interface BuildFailure {
  message: string;
  vertex: StepVertex;
}

export interface Outcome {
  /** The failure that comes first; null when the build succeeds. */
  failure: BuildFailure | null;
  isComplete(id: string): boolean;
  /** Whether it was under way, or completed, when the build ended. */
  isStarted(id: string): boolean;
}

/** @param failureOf - why a step that is not cached would fail; null when it does not, or nothing is known. */
export function outcome(
  vertices: readonly Vertex[],
  lookups: ReadonlyMap<string, Lookup>,
  failureOf: (vertex: StepVertex) => string | null,
): Outcome {
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  let first: (BuildFailure & { at: number }) | null = null;
  for (const vertex of vertices) {
    const lookup = lookups.get(vertex.id) as Lookup;
    const endOf = (input: Vertex) => ends.get(input.id) ?? 0;
    const ready = Math.max(0, ...vertex.inputs.map((input) => endOf(input.vertex)));
    let failure: (BuildFailure & { at: number }) | null = null;
    if (vertex.kind === 'run' || vertex.kind === 'file' || vertex.kind === 'merge') {
      if (lookup.missing) {
        // The key is computed as soon as what is read is there, whatever else the step waits for.
        const message = `failed to compute cache key: failed to calculate checksum of ref <ref>: "${lookup.missing.path}": not found`;
        failure = { message, vertex, at: endOf(lookup.missing.input.vertex) };
      } else if (!lookup.cached) {
        const message = failureOf(vertex);
        if (message !== null) failure = { message, vertex, at: ready + duration(vertex) };
      }
    }
    if (failure && failure.at < (first?.at ?? Number.POSITIVE_INFINITY)) first = failure;
    starts.set(vertex.id, lookup.missing ? Number.POSITIVE_INFINITY : lookup.cached ? 0 : ready);
    ends.set(vertex.id, failure ? Number.POSITIVE_INFINITY : ready + (lookup.cached ? 0 : duration(vertex)));
  }
  const end = first?.at ?? Number.MAX_VALUE;
  return {
    failure: first && { message: first.message, vertex: first.vertex },
    isComplete: (id) => (ends.get(id) ?? 0) <= end,
    isStarted: (id) => (starts.get(id) ?? 0) < end,
  };
}

function duration(vertex: Vertex): number {
  switch (vertex.kind) {
    case 'run': {
      const process = vertex.process ?? '';
      if (!process.includes('sleep')) return RUN;
      return [...process.matchAll(/\bsleep\s+(\d+(?:\.\d+)?)/g)].reduce(
        (sum, [, seconds]) => sum + Number(seconds),
        RUN,
      );
    }
    case 'file':
      return FILE;
    case 'merge':
      return 0;
    default:
      return LOAD;
  }
}
