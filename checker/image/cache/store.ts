/**
 * BuildKit's cache, kept from one build to the next. A result is found when every input agrees with those of an
 * earlier one: by what the input is, or, where only its content is read, by that.
 * Source: BuildKit, solver/edge.go and solver/cachemanager.go.
 */
export class CacheStore {
  /** Results by operation, number of the input and what that input may be called. */
  private readonly links = new Map<string, Set<number>>();
  private results = 0;

  newResult(): number {
    return ++this.results;
  }

  /** Results of an operation on these inputs, each given by all the names it has. */
  find(operation: string, inputs: readonly (readonly string[])[]): number[] {
    let found = inputs.length === 0 ? this.links.get(operation) : undefined;
    for (const [index, names] of inputs.entries()) {
      const here = new Set<number>();
      for (const name of names) {
        for (const result of this.links.get(linkKey(operation, inputs.length, index, name)) ?? []) {
          if (found === undefined || found.has(result)) here.add(result);
        }
      }
      found = here;
    }
    return [...(found ?? [])];
  }

  add(operation: string, inputs: readonly (readonly string[])[], result: number): void {
    if (inputs.length === 0) this.link(operation, result);
    for (const [index, names] of inputs.entries()) {
      for (const name of names) this.link(linkKey(operation, inputs.length, index, name), result);
    }
  }

  private link(key: string, result: number): void {
    const there = this.links.get(key);
    if (there) there.add(result);
    else this.links.set(key, new Set([result]));
  }
}

function linkKey(operation: string, count: number, index: number, name: string): string {
  return `${operation} ${count} ${index} ${name}`;
}
