import { callsOf } from '../shell/calls.ts';
import { baseName } from '../shell/dialect.ts';
import type { Rule, RulePage } from './rule.ts';

export const sudoPage: RulePage = {
  title: 'Build without sudo',
  why: 'Steps run as root until USER says otherwise, so sudo changes nothing there. Where it does, it leaves a way to become root in the image, and it handles signals and terminals in ways that containers do not expect.',
  sources: ['https://docs.docker.com/build/building/best-practices/#user'],
};

export const sudo: Rule = {
  name: 'sudo',
  severity: 'warning',
  refs: ['hadolint:DL3004', 'trivy:DS-0010'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction, command } of callsOf(dockerfile)) {
      if (instruction.name !== 'run' || !command.name || baseName(command.name.text) !== 'sudo') continue;
      yield {
        range: command.name.range,
        message:
          'sudo is not needed here: switch to USER root before the steps that need it and back afterwards.',
      };
    }
  },
};
