import { probeOf } from '../image/runtime/probe.ts';
import type { BuiltStage } from '../image/types.ts';
import type { Range } from '../types.ts';
import { builtOf, failingSteps, processOf } from './built.ts';
import type { Rule, RuleContext, RulePage } from './rule.ts';

/** What to do about a program that is not there. */
function remedy(program: string, stage: BuiltStage): string {
  if (program === 'bash' && stage.end.distribution === 'alpine')
    return 'Alpine has sh, not bash: use sh, or install bash.';
  if ((program === 'useradd' || program === 'groupadd') && stage.end.distribution === 'alpine')
    return `Alpine has ${program === 'useradd' ? 'adduser' : 'addgroup'} instead.`;
  if (program === 'adduser' || program === 'addgroup')
    return `This image has ${program === 'adduser' ? 'useradd' : 'groupadd'} instead.`;
  if (program === '/bin/sh' || program === 'sh')
    return 'Write the command in exec form, as a JSON array, or take a base image that has a shell.';
  return 'Install it in this stage, or use a program that the image has.';
}

export const missingCommandPage: RulePage = {
  title: 'Call only programs that the stage has',
  why: 'Slim images have no curl, Alpine has no bash and no useradd, an empty image has no shell at all. A RUN that calls what is not there fails; a CMD keeps the container from starting, and a HEALTHCHECK never turns healthy.',
};

export const missingCommand: Rule = {
  name: 'missing-command',
  severity: 'error',
  refs: [],
  set: 'default',
  *check(context) {
    const build = builtOf(context);
    for (const { failure, instruction, before, stage } of failingSteps(context)) {
      const built = build.stages[stage];
      if (!built) continue;
      if (failure.kind === 'no-shell') {
        const shell = before.config.shell[0] ?? '/bin/sh';
        yield {
          range: instruction.range,
          message: `The build stops here: this stage has no ${shell}, which the shell form of RUN needs. ${remedy(shell, built)}`,
        };
      }
      if (failure.kind !== 'missing-command') continue;
      const program = failure.output?.match(/: ([^\s:]+): not found$/)?.[1] ?? '';
      yield {
        range: failure.range,
        message: `The build stops here: this stage has no ${program} (exit code 127). ${remedy(program, built)}`,
      };
    }
    if (build.image) yield* ofContainer(context, build.image);
  },
};

function* ofContainer(
  _context: RuleContext,
  image: BuiltStage,
): Generator<{ range: Range; message: string }> {
  const { end } = image;
  const process = processOf(image);
  const shown = new Set<string>();
  if (process?.range && process.first !== undefined) {
    for (const program of [process.first, process.argv[0]]) {
      // A file that is not there is a missing application, not a missing program.
      if (program === undefined || program.startsWith('$') || shown.has(program)) continue;
      if (program.includes('/') && !/^\/(?:usr\/)?bin\/(?:ba)?sh$/.test(program)) continue;
      shown.add(program);
      if (end.hasCommand(program) !== 'no') continue;
      yield {
        range: process.range,
        message: `The container does not start: this image has no ${program}. ${remedy(program, image)}`,
      };
      break;
    }
  }
  const { healthcheck } = end.config;
  if (!healthcheck || healthcheck === 'none' || healthcheck.command.instruction === null) return;
  const probe = probeOf(end, healthcheck);
  const programs = [...(probe.process.first === undefined ? [] : [probe.process.first]), ...probe.programs];
  const missing = programs.find(
    (program) => end.hasCommand(program) === 'no' && (!program.includes('/') || /^\/bin\/sh$/.test(program)),
  );
  if (missing !== undefined) {
    yield {
      range: probe.range,
      message: `The container never turns healthy: this image has no ${missing}. ${remedy(missing, image)}`,
    };
  }
}
