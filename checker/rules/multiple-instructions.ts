import type { Instruction } from '../dockerfile/types.ts';
import { wholeRange } from '../dockerfile/whole-range.ts';
import { deleteInstruction } from './edits.ts';
import { stageGroups } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { BuildkitTwin } from './twins.ts';

const TWINS = {
  cmd: ['hadolint:DL4003', 'trivy:DS-0016'],
  entrypoint: ['hadolint:DL4004', 'trivy:DS-0007'],
  healthcheck: ['hadolint:DL3012', 'trivy:DS-0023'],
} as const;

const isOnlyOnce = (name: string): name is keyof typeof TWINS => name in TWINS;

export const multipleInstructionsPage: RulePage = {
  title: 'Write CMD, ENTRYPOINT and HEALTHCHECK once a stage',
  why: 'Only the last one of each counts. The others are dead text that the next reader takes for what runs.',
  sources: ['https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/'],
};

export const multipleInstructions: Rule = {
  name: 'multiple-instructions',
  severity: 'warning',
  refs: ['buildkit:MultipleInstructionsDisallowed', ...Object.values(TWINS).flat()],
  set: 'default',
  *check(context) {
    const buildkit = new BuildkitTwin('MultipleInstructionsDisallowed', context);
    for (const { placed } of stageGroups(context.dockerfile)) {
      const before = new Map<string, Instruction>();
      for (const { instruction, onbuild } of placed) {
        const { name } = instruction;
        if (onbuild || !isOnlyOnce(name)) continue;
        const replaced = before.get(name);
        before.set(name, instruction);
        if (!replaced || buildkit.isSkipped(replaced)) continue;
        const word = name.toUpperCase();
        yield {
          range: wholeRange(replaced),
          message: `This ${word} has no effect: the ${word} in line ${instruction.startLine} replaces it. Keep the one that you mean.`,
          refs: buildkit.refs(replaced, TWINS[name]),
          partner: instruction,
          fix: deleteInstruction(context.dockerfile, replaced),
        };
      }
    }
  },
};
