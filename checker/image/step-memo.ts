import { identify } from './identity.ts';
import type { State } from './state.ts';
import type { WorkTree } from './tree.ts';
import type { BuiltStep, FileTree, ImageConfig } from './types.ts';

/*
 * The build's own cache. The next build of a project mostly differs from the last one in a file or in a line;
 * a step that stands on the very same state and reads the same files comes to the same.
 */

/** All that a step's outcome depends on, apart from the state that it stands on. */
export interface StepInput {
  /** Text, place, variables and what is read of the context. */
  key: string;
  /** The trees of other stages and images that it reads. */
  trees: readonly FileTree[];
}

interface Outcome {
  before: State;
  trees: readonly FileTree[];
  after: State;
  step: Pick<BuiltStep, 'ran' | 'copied' | 'failure' | 'layer'>;
}

const outcomes = new WeakMap<WorkTree, Map<string, Outcome>>();
/** Kept for one state at most; the oldest goes. */
const MOST = 8;

/** What the step came to when it last stood on this state; null when it never did. */
export function recall(before: State, { key, trees }: StepInput): Outcome | null {
  const made = outcomes.get(before.files)?.get(key);
  if (!made || !sameGround(made.before, before)) return null;
  return made.trees.every((tree, at) => tree === trees[at]) ? made : null;
}

export function keep(before: State, { key, trees }: StepInput, after: State, step: Outcome['step']): void {
  const kept = outcomes.get(before.files) ?? new Map<string, Outcome>();
  outcomes.set(before.files, kept);
  kept.delete(key);
  kept.set(key, { before, trees, after, step });
  if (kept.size > MOST) kept.delete(kept.keys().next().value as string);
}

/** The state that a remembered step leads to, from one that is like the one it was remembered for. */
export function replayed(before: State, { after }: Outcome): State {
  return before.with({
    files: after.files,
    accounts: after.accounts,
    packages: after.packages,
    programs: after.programs,
    murky: after.murky,
    config: { ...before.config, workdir: after.config.workdir },
    history: after.history,
  });
}

function sameGround(one: State, other: State): boolean {
  return (
    one.accounts === other.accounts &&
    one.packages === other.packages &&
    one.programs === other.programs &&
    one.murky === other.murky &&
    one.base === other.base &&
    one.history === other.history
  );
}

const configKeys = new WeakMap<ImageConfig, string>();

/** What a step reads of the configuration. */
export function configKey({ config }: State): string {
  let key = configKeys.get(config);
  if (key === undefined) {
    const { user, workdir, shell, envComplete, env } = config;
    key = identify(user, workdir, JSON.stringify(shell), String(envComplete), JSON.stringify([...env]));
    configKeys.set(config, key);
  }
  return key;
}
