import { Bag } from './identity.ts';
import type { Identity, TreeNode } from './types.ts';

/** Up to this many names a plain copy costs less than what would save it. */
const FEW = 32;

/**
 * The children of a directory by name. A copy of a large one shares what it holds and keeps only what is changed
 * afterwards, so that a build of thousands of steps need not copy thousands of names with each of them.
 */
export class Entries implements ReadonlyMap<string, TreeNode> {
  private shared = false;
  /** What was set over a shared base; null takes a name away. */
  private over: Map<string, TreeNode | null> | null = null;

  constructor(private base: Map<string, TreeNode> = new Map()) {}

  copy(): Entries {
    if (this.base.size <= FEW) return new Entries(new Map(this.base));
    // Now and then the changes become part of the base, or they would grow as large as it.
    if (this.over && this.over.size > FEW) {
      this.base = new Map(this);
      this.over = null;
    }
    this.shared = true;
    const copy = new Entries(this.base);
    copy.shared = true;
    if (this.over) copy.over = new Map(this.over);
    return copy;
  }

  get(name: string): TreeNode | undefined {
    const over = this.over?.get(name);
    return over === undefined ? this.base.get(name) : (over ?? undefined);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, node: TreeNode): this {
    if (this.shared) this.changes().set(name, node);
    else this.base.set(name, node);
    return this;
  }

  delete(name: string): boolean {
    if (!this.shared) return this.base.delete(name);
    const there = this.has(name);
    if (there) this.changes().set(name, null);
    return there;
  }

  clear(): void {
    this.base = new Map();
    this.over = null;
    this.shared = false;
  }

  get size(): number {
    let { size } = this.base;
    for (const [name, node] of this.over ?? []) {
      const below = this.base.has(name);
      if (node === null && below) size--;
      else if (node !== null && !below) size++;
    }
    return size;
  }

  *entries(): Generator<[string, TreeNode], undefined, unknown> {
    const { base, over } = this;
    for (const [name, node] of base) {
      const changed = over?.get(name);
      if (changed === undefined) yield [name, node];
      else if (changed !== null) yield [name, changed];
    }
    for (const [name, node] of over ?? []) if (node !== null && !base.has(name)) yield [name, node];
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, TreeNode], undefined, unknown> {
    return this.entries();
  }

  *keys(): Generator<string, undefined, unknown> {
    for (const [name] of this.over ? this : this.base) yield name;
    return undefined;
  }

  *values(): Generator<TreeNode, undefined, unknown> {
    for (const [, node] of this.over ? this : this.base) yield node;
    return undefined;
  }

  forEach(callback: (node: TreeNode, name: string, map: ReadonlyMap<string, TreeNode>) => void): void {
    for (const [name, node] of this) callback(node, name, this);
  }

  /** The entries that may be others than in `old`; where both stand on one base only what was changed since. */
  *changedSince(old: Entries): Generator<[string, TreeNode], undefined, unknown> {
    if (this.base !== old.base) return yield* this;
    for (const [name, node] of this.over ?? []) if (node !== null) yield [name, node];
    for (const name of old.over?.keys() ?? []) {
      const node = this.over?.has(name) ? undefined : this.base.get(name);
      if (node !== undefined) yield [name, node];
    }
    return undefined;
  }

  /** One identity of all entries, from the identity of each. */
  identity(of: (node: TreeNode) => Identity): Identity {
    const { base, over } = this;
    const { bag, directories } = this.shared ? summed(base, of) : sum(base, of);
    for (const name of directories) {
      if (!over?.has(name)) bag.add(name, of(base.get(name) as TreeNode));
    }
    for (const [name, node] of over ?? []) {
      const below = base.get(name);
      if (below && below.kind !== 'dir') bag.remove(name, of(below));
      if (node) bag.add(name, of(node));
    }
    return bag.identity;
  }

  private changes(): Map<string, TreeNode | null> {
    this.over ??= new Map();
    return this.over;
  }
}

/** Everything but the directories: what a directory comes to may differ from tree to tree. */
interface Sum {
  bag: Bag;
  directories: readonly string[];
}

const sums = new WeakMap<Map<string, TreeNode>, Sum>();

/** The sum of a base that does not change any more. */
function summed(base: Map<string, TreeNode>, of: (node: TreeNode) => Identity): Sum {
  let made = sums.get(base);
  if (!made) {
    made = sum(base, of);
    sums.set(base, made);
  }
  return { bag: made.bag.copy(), directories: made.directories };
}

function sum(base: ReadonlyMap<string, TreeNode>, of: (node: TreeNode) => Identity): Sum {
  const bag = new Bag();
  const directories: string[] = [];
  for (const [name, node] of base) {
    if (node.kind === 'dir') directories.push(name);
    else bag.add(name, of(node));
  }
  return { bag, directories };
}
