import { wholeRange } from '../dockerfile/whole-range.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { BuildkitTwin } from './twins.ts';

export const maintainerPage: RulePage = {
  title: 'Name the author in a label',
  why: 'MAINTAINER is deprecated since 2017 and sets a field that few tools show. A label can be read with `docker inspect` and has a standard name.',
  sources: ['https://docs.docker.com/reference/build-checks/maintainer-deprecated/'],
};

export const maintainer: Rule = {
  name: 'maintainer',
  severity: 'warning',
  refs: ['buildkit:MaintainerDeprecated', 'hadolint:DL4000', 'trivy:DS-0022'],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    const buildkit = new BuildkitTwin('MaintainerDeprecated', context);
    for (const { instruction, from, onbuild } of placed(dockerfile)) {
      if (instruction.name !== 'maintainer' || onbuild || buildkit.isSkipped(instruction)) continue;
      const author = instruction.maintainer.text.replace(/["$\\`]/g, (char) =>
        char === '`' && dockerfile.escape !== '`' ? char : dockerfile.escape + char,
      );
      const single = instruction.range.startLine === instruction.range.endLine;
      yield {
        range: wholeRange(instruction),
        message:
          'MAINTAINER is deprecated and few tools still show it. Use LABEL org.opencontainers.image.authors instead.',
        refs: buildkit.refs(instruction, ['hadolint:DL4000', 'trivy:DS-0022']),
        ...(from && single
          ? {
              fix: {
                title: 'Write it as a label',
                edits: [
                  {
                    file: dockerfile.path,
                    range: instruction.range,
                    text: `LABEL org.opencontainers.image.authors="${author}"`,
                  },
                ],
              },
            }
          : {}),
      };
    }
  },
};
