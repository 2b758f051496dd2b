import { select } from '../context/select.ts';
import { identify } from '../identity.ts';
import type { CacheStore } from './store.ts';
import type { Input, Vertex } from './vertex.ts';

/** What the cache says to one vertex of a build. */
export interface Lookup {
  vertex: Vertex;
  cached: boolean;
  /** Digest of what is read of each input; null where nothing is. */
  digests: readonly (string | null)[];
  /** A path that it reads and that is not there. */
  missing: { path: string; input: Input } | null;
}

export interface Solution {
  lookups: ReadonlyMap<string, Lookup>;
  /** Keeps the results of the vertices that were completed. */
  keep(isComplete: (id: string) => boolean): void;
}

/**
 * Looks up every vertex, inputs first.
 * @param build - number of the build: the context has a name of its own in each.
 */
export function solve(vertices: readonly Vertex[], store: CacheStore, build: number): Solution {
  const lookups = new Map<string, Lookup>();
  const results = new Map<string, readonly number[]>();
  const fresh: { id: string; result: number; operation: string; inputs: readonly (readonly string[])[] }[] =
    [];
  for (const vertex of vertices) {
    const operation = vertex.kind === 'context' ? `context ${build}` : vertex.operation;
    let missing: Lookup['missing'] = null;
    const digests = vertex.inputs.map((input) => {
      const read = input.reads && digestOf(input);
      if (read !== null && typeof read !== 'string') missing ??= { path: read.missing, input };
      return typeof read === 'string' ? read : null;
    });
    const inputs = vertex.inputs.map((input, index) => namesOf(input, results, digests[index] ?? null));
    const found = missing ? [] : store.find(operation, inputs);
    lookups.set(vertex.id, { vertex, cached: found.length > 0 && !vertex.ignoreCache, digests, missing });
    if (found.length > 0) results.set(vertex.id, found);
    else {
      const result = store.newResult();
      results.set(vertex.id, [result]);
      fresh.push({ id: vertex.id, result, operation, inputs });
    }
  }
  return {
    lookups,
    keep(isComplete) {
      for (const { id, result, operation, inputs } of fresh)
        if (isComplete(id)) store.add(operation, inputs, result);
    },
  };
}

/** All that an input may be called: by what it is, and by what is read of it. */
function namesOf(
  input: Input,
  results: ReadonlyMap<string, readonly number[]>,
  digest: string | null,
): string[] {
  const paths = input.reads?.selectors.map(({ path }) => path).sort() ?? [];
  const names = (results.get(input.vertex.id) ?? []).map((result) => `${result} ${paths.join('\0')}`);
  if (digest !== null) names.push(`=${digest}`);
  return names;
}

/** The digest of all that a step reads of one input. */
function digestOf({ reads }: Input): string | { missing: string } | null {
  if (!reads) return null;
  const digests: string[] = [];
  // BuildKit goes through the paths in their own order, not in that of the instruction.
  for (const selector of [...reads.selectors].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  )) {
    const selection = select(reads.tree, selector);
    if (selection.is === 'missing') return { missing: selection.path };
    digests.push(selection.digest);
  }
  return identify(...digests);
}
