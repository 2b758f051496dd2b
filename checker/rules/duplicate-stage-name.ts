import { wholeRange } from '../dockerfile/whole-range.ts';
import { placed, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { BuildkitTwin } from './twins.ts';

export const duplicateStageNamePage: RulePage = {
  title: 'Give every stage a name of its own',
  why: 'Stage names are compared without regard to case, and a name given twice means one stage in some places and the other elsewhere. `--target`, FROM and COPY --from may then take the one that you did not mean.',
  sources: ['https://docs.docker.com/reference/build-checks/duplicate-stage-name/'],
};

export const duplicateStageName: Rule = {
  name: 'duplicate-stage-name',
  severity: 'warning',
  refs: ['buildkit:DuplicateStageName', 'hadolint:DL3024', 'trivy:DS-0012'],
  set: 'default',
  *check(context) {
    const buildkit = new BuildkitTwin('DuplicateStageName', context);
    const exact = new Set<string>();
    const lines = new Map<string, number>();
    for (const { instruction, onbuild } of placed(context.dockerfile)) {
      if (instruction.name !== 'from' || onbuild || !instruction.stageName) continue;
      const name = unquote(instruction.stageName.text);
      const before = lines.get(name.toLowerCase());
      if (before !== undefined && !buildkit.isSkipped(instruction)) {
        yield {
          range: wholeRange(instruction),
          message: `Line ${before} already names a stage ${name}, so it is not clear which of the two is meant. Give this one another name.`,
          refs: buildkit.refs(instruction, [
            ...(exact.has(name) ? ['hadolint:DL3024'] : []),
            'trivy:DS-0012',
          ]),
        };
      }
      exact.add(name);
      lines.set(name.toLowerCase(), instruction.startLine);
    }
  },
};
