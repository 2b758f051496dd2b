import type { Dockerfile, Word } from '../dockerfile/types.ts';
import type { Fix } from '../types.ts';
import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

function slashFix(dockerfile: Dockerfile, { range }: Word): Fix {
  const { lines, path } = dockerfile;
  let end = lines.lineStart(range.endLine) + range.endColumn - 1;
  if (/["']/.test(dockerfile.text[end - 1] ?? '')) end--;
  return {
    title: 'End the destination with a slash',
    edits: [{ file: path, range: lines.range(end, end), text: '/' }],
  };
}

export const copySeveralWithoutSlashPage: RulePage = {
  title: 'End the destination of several sources with a slash',
  why: 'Without the slash the destination is a file unless a folder of that name exists already: every source is written over the one before, and only the last is left. BuildKit says nothing; the classic builder refuses.',
  sources: ['https://docs.docker.com/reference/dockerfile/#copy'],
};

export const copySeveralWithoutSlash: Rule = {
  name: 'copy-several-without-slash',
  severity: 'warning',
  refs: ['hadolint:DL3021', 'trivy:DS-0011'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'copy' && instruction.name !== 'add') continue;
      const { sources, inline, destination } = instruction;
      const target = unquote(destination.text);
      // A variable at the end may bring the slash along.
      if (sources.length + inline.length < 2 || /\/$|\$\w+$|\}$/.test(target)) continue;
      const folder = /(^|\/)\.{1,2}$/.test(target);
      yield {
        range: rangeOf(instruction, destination),
        severity: folder ? 'info' : this.severity,
        message: folder
          ? `${target} is a folder, but the classic builder wants to see a slash after it when there are several sources. Write ${target}/.`
          : `If no folder ${target} exists, each source is written over the one before it and only the last is left. Write ${target}/.`,
        refs: instruction.name === 'copy' ? this.refs : [],
        fix: slashFix(dockerfile, destination),
      };
    }
  },
};
