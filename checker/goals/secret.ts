import type { Dockerfile, RunInstruction } from '../dockerfile/types.ts';
import { secretId } from '../image/mounts.ts';
import { baseName, resolvePath } from '../image/paths.ts';
import type { Build, BuiltStep, StageState } from '../image/types.ts';
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
  const mount = secrets.find((each) => secretId(each) === secret.id);
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
  return mentions(dockerfile, instruction, target)
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
  return onImage((_image, build, { dockerfile }) => {
    const steps = stepsOf(build, role);
    if (steps.length === 0) return no('No step of the image does that.');
    for (const { before, instruction, ran } of steps) {
      const cwd = ran.find((each) => hasRole(each, role))?.cwd ?? before.config.workdir ?? '/';
      const at = resolvePath(cwd, path);
      if (instruction.name !== 'run' || isMounted(build, before, instruction, at)) continue;
      const found = before.files.lookup(at);
      if (found.is === 'present') continue;
      // The step may write it itself.
      const isWritten = found.is === 'unknown' || mentions(dockerfile, instruction, baseName(at));
      return isWritten
        ? unknown(`whether there is a ${at} when this step runs is not known`, instruction.range)
        : no(`There is no ${at} when this step runs.`, instruction.range);
    }
    return YES;
  });
}

/** Whether a bind mount of the build context shows something at this path. */
function isMounted(build: Build, { config }: StageState, { mounts }: RunInstruction, at: string): boolean {
  return mounts.some(({ type, from, source, target }) => {
    if (type !== 'bind' || from !== null || target === null) return false;
    const folder = resolvePath(config.workdir ?? '/', target);
    if (at !== folder && !at.startsWith(folder === '/' ? '/' : `${folder}/`)) return false;
    const below = at.slice(folder.length).replace(/^\//, '');
    return build.context.lookup(resolvePath(resolvePath('/', source ?? '/'), below)).is === 'present';
  });
}

function mentions(dockerfile: Dockerfile, instruction: RunInstruction, name: string): boolean {
  const commands = shellOf(dockerfile, instruction)?.commands ?? [];
  return commands.some(({ args, assignments, redirects }) =>
    [...args, ...assignments.map(({ value }) => value), ...redirects.map(({ target }) => target)].some(
      (word) => word?.text.includes(name),
    ),
  );
}
