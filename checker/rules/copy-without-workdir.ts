import { rangeOf, unquote, walkStages } from './place.ts';
import type { Finding, Rule, RulePage } from './rule.ts';

export const copyWithoutWorkdirPage: RulePage = {
  title: 'Set WORKDIR before copying to a relative path',
  why: 'Without WORKDIR a relative destination is taken from whatever directory the base image left, often `/`. The application is then spread between the folders of the system, or moves when the image changes.',
  sources: ['https://docs.docker.com/reference/dockerfile/#workdir'],
};

export const copyWithoutWorkdir: Rule = {
  name: 'copy-without-workdir',
  severity: 'warning',
  refs: ['hadolint:DL3045'],
  set: 'default',
  check({ dockerfile }) {
    const findings: Finding[] = [];
    walkStages(dockerfile, { here: false, onbuild: false }, (anchored, { instruction, onbuild, stage }) => {
      if (instruction.name === 'workdir')
        return onbuild ? { ...anchored, onbuild: true } : { ...anchored, here: true };
      if (instruction.name !== 'copy' && instruction.name !== 'add') return anchored;
      const { destination } = instruction;
      if (anchored.here || (onbuild && anchored.onbuild)) return anchored;
      if (/^([/$]|.:[\\/])/.test(unquote(destination.text))) return anchored;
      const inRoot = stage?.base.kind === 'scratch';
      findings.push({
        range: rangeOf(instruction, destination),
        severity: inRoot ? 'info' : this.severity,
        message: inRoot
          ? `No WORKDIR is set, so ${destination.text} is taken from the root folder. Write the whole path to make that plain.`
          : `No WORKDIR is set, so ${destination.text} is taken from whatever directory the base image left. Set WORKDIR first, or write the whole path.`,
        refs: instruction.name === 'copy' ? this.refs : [],
      });
      return anchored;
    });
    return findings;
  },
};
