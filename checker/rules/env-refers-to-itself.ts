import { ExpandError, expandWord } from '../dockerfile/expand.ts';
import type { Dockerfile, EnvInstruction, Word } from '../dockerfile/types.ts';
import { placed, rangeOf } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { BuildkitTwin } from './twins.ts';

/** A value that uses a variable which the same ENV sets. */
export interface SelfReference {
  instruction: EnvInstruction;
  value: Word;
  name: string;
}

/** The first such value of every ENV: nothing before it has set the variable. */
export function selfReferences(dockerfile: Dockerfile): SelfReference[] {
  const found: SelfReference[] = [];
  const defined = new Set<string>();
  for (const { instruction } of placed(dockerfile)) {
    if (instruction.name === 'arg') for (const { key } of instruction.args) defined.add(key.text);
    if (instruction.name !== 'env') continue;
    const reference = instruction.pairs.length > 1 ? selfReference(dockerfile, instruction, defined) : null;
    if (reference) found.push(reference);
    for (const { key } of instruction.pairs) defined.add(key.text);
  }
  return found;
}

function selfReference(
  { escape }: Dockerfile,
  instruction: EnvInstruction,
  defined: ReadonlySet<string>,
): SelfReference | null {
  const { pairs } = instruction;
  const places = new Map<string, number[]>();
  for (const [at, { key }] of pairs.entries()) {
    const known = places.get(key.text);
    if (known) known.push(at);
    else places.set(key.text, [at]);
  }
  for (const [at, { value }] of pairs.entries()) {
    const name = variablesIn(value.text, escape).find(
      (name) => !defined.has(name) && places.get(name)?.some((place) => place !== at),
    );
    if (name !== undefined) return { instruction, value, name };
  }
  return null;
}

function variablesIn(text: string, escape: string): string[] {
  try {
    return [...expandWord(text, escape, () => undefined).unmatched];
  } catch (error) {
    if (error instanceof ExpandError) return [];
    throw error;
  }
}

export const envRefersToItselfPage: RulePage = {
  title: 'Do not use a variable in the ENV that sets it',
  why: 'All values of one ENV are worked out before any is set. A reference to a variable of the same instruction gives its old value, usually nothing.',
  sources: ['https://docs.docker.com/reference/dockerfile/#environment-replacement'],
};

export const envRefersToItself: Rule = {
  name: 'env-refers-to-itself',
  severity: 'warning',
  refs: ['hadolint:DL3044', 'buildkit:UndefinedVar'],
  set: 'default',
  *check(context) {
    const buildkit = new BuildkitTwin('UndefinedVar', context);
    for (const { instruction, value, name } of selfReferences(context.dockerfile)) {
      const undefinedToo = buildkit.subjects(instruction).has(name);
      yield {
        range: rangeOf(instruction, value),
        message: `${name} is set by this same ENV, so here it still has its old value or none. Set it in an ENV of its own before this one.`,
        refs: undefinedToo ? ['hadolint:DL3044', buildkit.ref] : ['hadolint:DL3044'],
      };
    }
  },
};
