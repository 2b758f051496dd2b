import { isSecretName } from '../dockerfile/secret-name.ts';
import type { Instruction, Word } from '../dockerfile/types.ts';
import { wholeRange } from '../dockerfile/whole-range.ts';
import { finalGroup, type Placed, placed, rangeOf } from './place.ts';
import type { Rule, RuleContext, RulePage } from './rule.ts';
import { hadolintSuspects, trivySuspects } from './secret-names.ts';
import { BuildkitTwin } from './twins.ts';

export interface NamedVariable {
  instruction: Instruction;
  key: Word;
  /** The tools that object to this name in this place. */
  refs: string[];
}

function keysOf(instruction: Instruction): Word[] {
  if (instruction.name === 'env') return instruction.pairs.map(({ key }) => key);
  if (instruction.name === 'arg') return instruction.args.map(({ key }) => key);
  return [];
}

/** Every variable of ARG and ENV to whose name some tool objects, with the tools that do. */
export function suspectedVariables(context: RuleContext): NamedVariable[] {
  const { dockerfile, project } = context;
  const buildkit = new BuildkitTwin('SecretsUsedInArgOrEnv', context);
  const final = finalGroup(dockerfile, project.target)?.from ?? null;
  const suspects = ({ instruction, from, onbuild }: Placed): NamedVariable[] => {
    if (buildkit.isSkipped(instruction)) return [];
    const keys = keysOf(instruction);
    // hadolint speaks once an instruction.
    const first = keys.find((key) => hadolintSuspects(key.text));
    const warned = new Set(buildkit.subjects(instruction));
    const suspected = keys.flatMap((key) => {
      const inImage = from !== null && !onbuild;
      const refs = [
        ...(buildkit.subjects(instruction).has(key.text) ? [buildkit.ref] : []),
        ...(key === first ? ['hadolint:DL3064'] : []),
        ...(inImage && from === final && trivySuspects(key.text) ? ['trivy:DS-0031'] : []),
      ];
      warned.delete(key.text);
      return refs.length > 0 || isSecretName(key.text) ? [{ instruction, key, refs }] : [];
    });
    // A name that is put together from variables only shows in what BuildKit makes of it.
    const range = wholeRange(instruction);
    return [
      ...suspected,
      ...[...warned].map((text) => ({ instruction, key: { text, range }, refs: [buildkit.ref] })),
    ];
  };
  return placed(dockerfile).flatMap(suspects);
}

export const secretsPage: RulePage = {
  title: 'Keep secrets out of ARG and ENV',
  why: 'Both stay in the image: `docker history` shows build arguments, `docker inspect` the environment, to everyone who can pull it. A secret mount lends the value to one RUN and leaves nothing behind.',
  sources: [
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
    'https://docs.docker.com/build/building/secrets/',
  ],
};

export const secrets: Rule = {
  name: 'secrets',
  severity: 'warning',
  refs: ['buildkit:SecretsUsedInArgOrEnv', 'hadolint:DL3064', 'trivy:DS-0031'],
  set: 'default',
  *check(context) {
    for (const { instruction, key, refs } of suspectedVariables(context)) {
      if (!isSecretName(key.text)) continue;
      yield {
        range: rangeOf(instruction, key),
        message:
          instruction.name === 'arg'
            ? `The value of ${key.text} can be read from the history of the image. Pass it to the step that needs it with RUN --mount=type=secret,id=${key.text}.`
            : `Whoever gets the image can read ${key.text}. Give it to the container when it starts, or to one step with RUN --mount=type=secret,id=${key.text}.`,
        refs,
      };
    }
  },
};
