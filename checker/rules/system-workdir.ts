import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const systemWorkdirPage: RulePage = {
  title: 'Keep WORKDIR out of the folders of the system',
  why: 'The kernel and the runtime mount over `/proc` and `/dev` when a container starts, so files put there are gone. A working directory under `/proc/self/fd` has been a way out of the container.',
  sources: ['https://nvd.nist.gov/vuln/detail/CVE-2024-21626'],
};

export const systemWorkdir: Rule = {
  name: 'system-workdir',
  severity: 'warning',
  refs: ['trivy:DS-0030'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'workdir') continue;
      const [, folder] =
        /^(\/(?:proc|boot|dev|initrd|lost\+found))(?:\/|$)/.exec(unquote(instruction.path.text)) ?? [];
      if (!folder) continue;
      yield {
        range: rangeOf(instruction, instruction.path),
        message: `${folder} belongs to the system, and what the image has there is hidden or lost when the container starts. Use a folder of the application's own, such as /app.`,
        // Trivy only looks for folders in it.
        refs: unquote(instruction.path.text) === folder ? [] : this.refs,
      };
    }
  },
};
