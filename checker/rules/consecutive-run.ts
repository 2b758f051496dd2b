import type { RunInstruction } from '../dockerfile/types.ts';
import { shellOf } from '../shell/instruction.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

/** A RUN with more commands than this was put together on purpose already. */
const MAX_COMMANDS = 1;

export const consecutiveRunPage: RulePage = {
  title: 'Put short steps that follow each other into one RUN',
  why: 'Every RUN makes a layer, and what one writes another cannot take out of the image again. But steps of their own are cached on their own: dividing them so that what changes rarely comes first makes builds faster. Both are good reasons, and that is why this is off by default.',
  sources: ['https://docs.docker.com/build/building/best-practices/#run'],
};

export const consecutiveRun: Rule = {
  name: 'consecutive-run',
  severity: 'info',
  refs: ['hadolint:DL3059'],
  set: 'all',
  *check({ dockerfile }) {
    let before: { run: RunInstruction; commands: number; onbuild: boolean } | null = null;
    for (const { instruction, onbuild } of placed(dockerfile)) {
      if (instruction.name !== 'run') {
        before = null;
        continue;
      }
      const commands = shellOf(dockerfile, instruction)?.commands.filter(({ name }) => name).length ?? 0;
      const short = commands <= MAX_COMMANDS && (before?.commands ?? 0) <= MAX_COMMANDS;
      if (before && before.onbuild === onbuild && sameFlags(before.run, instruction) && short) {
        yield {
          range: instruction.keyword.range,
          message:
            'This step could be part of the RUN above: one layer less, unless the two should be cached apart.',
        };
      } else before = { run: instruction, commands, onbuild };
    }
  },
};

function sameFlags(a: RunInstruction, b: RunInstruction): boolean {
  const text = (run: RunInstruction) =>
    run.flags
      .map(({ name, value }) => `${name}=${value}`)
      .sort()
      .join(' ');
  return text(a) === text(b);
}
