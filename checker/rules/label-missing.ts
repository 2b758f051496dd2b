import { parseReference } from '../dockerfile/reference.ts';
import type { FromInstruction } from '../dockerfile/types.ts';
import { rangeOf, stageGroups, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

interface LabelledStage {
  from: FromInstruction;
  source: string;
  alias: string | null;
}

export const labelMissingPage: RulePage = {
  title: 'Set the labels that your schema asks for',
  why: 'Scanners, registries and the people on call find out from labels where an image comes from. A label that the team has agreed on only helps if every image has it.',
};

export const labelMissing: Rule = {
  name: 'label-missing',
  severity: 'info',
  refs: ['hadolint:DL3049'],
  set: 'configured',
  *check({ dockerfile, config }) {
    for (const label of Object.keys(config.labelSchema)) {
      const labelled = new Set<string>();
      let missing: LabelledStage[] = [];
      const isDone = (name: string) => {
        missing = missing.filter(({ alias }) => alias !== name);
      };
      for (const { from, placed } of stageGroups(dockerfile)) {
        if (!from) continue;
        const source = parseReference(unquote(from.image.text)).path;
        const stage = { from, source, alias: from.stageName ? unquote(from.stageName.text) : null };
        const inherited = labelled.has(source);
        if (inherited && stage.alias) labelled.add(stage.alias);
        if (!inherited) missing.push(stage);
        for (const { instruction } of placed) {
          // What another stage takes files from is not meant to be an image by itself.
          if (instruction.name === 'copy' && instruction.from) isDone(unquote(instruction.from.text));
          if (instruction.name !== 'label') continue;
          if (!instruction.pairs.some(({ key }) => unquote(key.text) === label)) continue;
          isDone(stage.alias ?? source);
          missing = missing.filter((each) => each !== stage);
          if (stage.alias) labelled.add(stage.alias);
        }
      }
      for (const { from } of missing) {
        yield {
          range: rangeOf(from, from.image),
          message: `The label ${label} is missing from this image. Add LABEL ${label}="..." to the stage.`,
        };
      }
    }
  },
};
