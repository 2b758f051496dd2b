import { runCalls } from '../shell/calls.ts';
import type { Rule, RulePage } from './rule.ts';

export const shellLinkPage: RulePage = {
  title: 'Choose the shell with SHELL',
  why: 'Replacing /bin/sh changes the shell of every script in the image, those of the distribution’s packages too, and the next upgrade may put it back. SHELL changes it for the instructions below, and only for them.',
  sources: ['https://docs.docker.com/reference/dockerfile/#shell'],
};

export const shellLink: Rule = {
  name: 'shell-link',
  severity: 'warning',
  refs: ['hadolint:DL4005'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { args, word } of runCalls(dockerfile, 'ln')) {
      if (!args.some(({ text }) => text === '/bin/sh')) continue;
      yield {
        range: word.range,
        message:
          'This changes /bin/sh for every program in the image. Write SHELL ["/bin/bash", "-c"] to have another shell in the RUNs below.',
      };
    }
  },
};
