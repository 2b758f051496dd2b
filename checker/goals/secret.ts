import type { Dockerfile, RunInstruction } from '../dockerfile/types.ts';
import { resolvePath } from '../image/paths.ts';
import type { BuiltStep } from '../image/types.ts';
import { shellOf } from '../shell/instruction.ts';
import type { ShellCommand } from '../shell/types.ts';
import type { Range, Verdict } from '../types.ts';
import { hasRole, type StepRole, stepsOf } from './cache.ts';
import type { GoalCheck } from './goal.ts';
import { no, onImage, unknown, YES } from './verdict.ts';

/** A build secret by its id, as `docker build --secret id=...` says it, and the variable that a program reads it from. */
export interface BuildSecret {
  id: string;
  variable: string;
}

/**
 * The steps of this role are lent a build secret, and the program finds it in its variable: because the mount
 * sets it (`env=`), or because the script reads it from the mounted file.
 */
export function lentSecret(role: StepRole, secret: BuildSecret): GoalCheck {
  return onImage((_image, build, { dockerfile }) => {
    const steps = stepsOf(build, role);
    if (steps.length === 0) return no('No step of the image does that.');
    const verdicts = steps.map((step) => lends(dockerfile, step, role, secret));
    return verdicts.find(({ is }) => is === 'no') ?? verdicts.find(({ is }) => is === 'unknown') ?? YES;
  });
}

function lends(dockerfile: Dockerfile, step: BuiltStep, role: StepRole, secret: BuildSecret): Verdict {
  const { instruction, before } = step;
  if (instruction.name !== 'run') return YES;
  const secrets = instruction.mounts.filter(({ type }) => type === 'secret');
  const mount = secrets.find((each) => (each.id ?? each.target?.split('/').at(-1)) === secret.id);
  if (!mount) {
    const [other] = secrets;
    return other
      ? no(
          `This step mounts the secret ${other.id ?? other.target}, and the build is given ${secret.id}.`,
          other.range,
        )
      : no(`This step is lent no secret ${secret.id}.`, instruction.range);
  }
  if (mount.env === secret.variable) return YES;
  if (mount.env !== null && mount.target === null)
    return no(
      `The secret is in the variable ${mount.env}, and what needs it reads ${secret.variable}.`,
      mount.range,
    );
  const target = resolvePath(before.config.workdir ?? '/', mount.target ?? `/run/secrets/${secret.id}`);
  const starts = step.ran.filter((ran) => hasRole(ran, role)).map(({ range }) => range);
  return readFrom(dockerfile, instruction, secret.variable, target, starts);
}

/** Whether the script reads the mounted file into the variable, for the programs that start at these places. */
function readFrom(
  dockerfile: Dockerfile,
  instruction: RunInstruction,
  variable: string,
  target: string,
  starts: readonly Range[],
): Verdict {
  const commands = shellOf(dockerfile, instruction)?.commands ?? [];
  const reading = reads(target);
  const isExported = commands.some(({ name, args }) => name?.text === 'export' && args[0]?.text === variable);
  const sets = (command: ShellCommand): boolean => {
    const own = command.assignments.some(
      ({ name, value }) => name === variable && value !== null && reading.test(value.text),
    );
    // `A=1 program` is for that program only, and `A=1` alone for none until it is exported.
    if (own) return command.name === null ? isExported : starts.some((range) => within(range, command.range));
    const words = command.args.map(({ text }) => text);
    return (
      ['export', 'env'].includes(command.name?.text ?? '') &&
      words.some((word) => word.startsWith(`${variable}=`) && reading.test(word.slice(variable.length + 1)))
    );
  };
  if (commands.some(sets)) return YES;
  const isMentioned = commands.some(({ args, assignments, redirects }) =>
    [...args, ...assignments.map(({ value }) => value), ...redirects.map((each) => each.target)].some(
      (word) => word?.text.includes(target),
    ),
  );
  return isMentioned
    ? unknown(`whether ${variable} gets what is in ${target} is not known`, instruction.range)
    : no(
        `The secret is a file at ${target}, and nothing puts it into ${variable} for the program.`,
        instruction.range,
      );
}

/** `$(cat /run/secrets/id)`, by itself. */
function reads(target: string): RegExp {
  const path = target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(\\$\\(\\s*cat\\s+["']?${path}["']?\\s*\\)|\`\\s*cat\\s+${path}\\s*\`)$`);
}

function within(inner: Range, outer: Range): boolean {
  const isAfter = (line: number, column: number, at: { line: number; column: number }) =>
    line > at.line || (line === at.line && column >= at.column);
  return (
    isAfter(inner.startLine, inner.startColumn, { line: outer.startLine, column: outer.startColumn }) &&
    isAfter(outer.endLine, outer.endColumn, { line: inner.startLine, column: inner.startColumn })
  );
}

/** While the steps of this role run there is a file at this path: copied before, or mounted for them. */
export function seesFile(role: StepRole, path: string): GoalCheck {
  return onImage((_image, build) => {
    const steps = stepsOf(build, role);
    if (steps.length === 0) return no('No step of the image does that.');
    for (const { before, instruction, ran } of steps) {
      const command = ran.find((each) => hasRole(each, role));
      // What a command sees includes the mounts of its step.
      const { files, config } = command?.before ?? before;
      const at = resolvePath(command?.cwd ?? config.workdir ?? '/', path);
      const found = files.lookup(at);
      if (found.is === 'absent') return no(`There is no ${at} when this step runs.`, instruction.range);
      if (found.is === 'unknown') return unknown(`whether there is a ${at} is not known`, instruction.range);
    }
    return YES;
  });
}
