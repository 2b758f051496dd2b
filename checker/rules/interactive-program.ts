import { callsOf } from '../shell/calls.ts';
import type { Rule, RulePage } from './rule.ts';

const PROGRAMS: ReadonlySet<string> = new Set([
  'free',
  'kill',
  'mount',
  'ps',
  'service',
  'shutdown',
  'ssh',
  'top',
  'vim',
]);

export const interactiveProgramPage: RulePage = {
  title: 'Run no programs at build time that need a running system',
  why: 'A build step has no services, no terminal and no processes of its own that outlive it. Programs that look at or steer a running machine do nothing useful there, and what they start is gone when the step ends.',
  sources: ['https://docs.docker.com/build/building/best-practices/#decouple-applications'],
};

export const interactiveProgram: Rule = {
  name: 'interactive-program',
  severity: 'info',
  refs: ['hadolint:DL3001'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction, program, word } of callsOf(dockerfile)) {
      if (instruction.name !== 'run' || !PROGRAMS.has(program)) continue;
      yield {
        range: word.range,
        message: `${program} has nothing to work on while an image is built, and what it does is gone after this step. Leave it out, or run it when the container starts.`,
      };
    }
  },
};
