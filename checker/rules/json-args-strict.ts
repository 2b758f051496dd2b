import { shellForms } from './json-args.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const jsonArgsStrictPage: RulePage = {
  title: 'Use JSON arrays for health checks and chosen shells too',
  why: 'A health check in shell form starts a shell each time, and needs one in the image. Under SHELL the form was chosen on purpose; some teams want arrays even so.',
};

export const jsonArgsStrict: Rule = {
  name: 'json-args-strict',
  severity: 'info',
  refs: ['hadolint:DL3025'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { instruction, chosen } of shellForms(dockerfile)) {
      if (!chosen) continue;
      const name = instruction.name.toUpperCase();
      yield {
        range: instruction.range,
        message: `The shell of SHELL starts this ${name}. Write a JSON array to start the program itself.`,
      };
    }
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'healthcheck' || instruction.command?.form !== 'shell') continue;
      yield {
        range: instruction.range,
        message:
          'Each check starts a shell first, and fails in an image without one. Write the command as a JSON array.',
      };
    }
  },
};
