import { resolvePath } from '../image/paths.ts';
import { identityOfUser, mayWrite } from '../image/permissions.ts';
import { walk } from '../image/tree.ts';
import type { BuiltStage, Lookup, StageState, TreeNode } from '../image/types.ts';
import type { Verdict } from '../types.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

function lookIn(image: BuiltStage, path: string): Lookup {
  return image.end.files.lookup(resolvePath(image.end.config.workdir ?? '/', path));
}

/** The image has something at this path; relative paths are seen from its working directory. */
export function contains(path: string): GoalCheck {
  return onImage((image) => {
    const found = lookIn(image, path);
    if (found.is === 'present') return YES;
    const range = lastOf(image, 'copy', 'add');
    return found.is === 'absent'
      ? no(`The image has no ${found.path}.`, range)
      : unknown(`whether the image has ${found.path} is not known`, range);
  });
}

/**
 * The image has nothing of this kind, wherever it is.
 * @param what - a path (relative ones from the working directory), or a pattern of whole paths.
 */
export function containsNo(what: string | RegExp): GoalCheck {
  return onImage((image) => {
    if (typeof what === 'string') {
      const found = lookIn(image, what);
      if (found.is === 'absent') return YES;
      if (found.is === 'present')
        return no(
          `The image has ${found.path}.`,
          cameWith(image, found.path) ?? lastOf(image, 'copy', 'add'),
        );
      return likely(image, found.path);
    }
    const root = image.end.files.lookup('/');
    if (root.is !== 'present') return YES;
    for (const [path, node] of walk(root.node)) {
      if (node.kind !== 'dir' && what.test(`/${path}`))
        return no(`The image has /${path}.`, cameWith(image, `/${path}`) ?? lastOf(image, 'copy', 'add'));
    }
    return YES;
  });
}

/**
 * No layer of the image holds this: what a later step deletes still travels with the layer that brought it.
 * @param what - a path (relative ones from the working directory), or a pattern of whole paths.
 */
export function noLayerHolds(what: string | RegExp): GoalCheck {
  return onImage((image, build): Verdict => {
    let open: Verdict = YES;
    for (const { steps } of chain(image, build.stages)) {
      for (const { instruction, before, after } of steps) {
        if (before.files === after.files) continue;
        const held = heldAt(after, what);
        if (held.is === 'present')
          return no(
            lookIn(image, held.path).is === 'absent'
              ? `The layer of this step holds ${held.path}, and keeps it although a later step deletes it.`
              : `The image has ${held.path}.`,
            instruction.range,
          );
        if (held.is === 'unknown')
          open = unknown(`whether the image has ${held.path} is not known`, instruction.range);
      }
    }
    return open;
  });
}

function heldAt({ files, config }: StageState, what: string | RegExp): Lookup {
  if (typeof what === 'string') return files.lookup(resolvePath(config.workdir ?? '/', what));
  const root = files.lookup('/');
  if (root.is === 'present')
    for (const [path, node] of walk(root.node))
      if (node.kind !== 'dir' && what.test(`/${path}`)) return { is: 'present', node, path: `/${path}` };
  return { is: 'absent', path: '/' };
}

/** A path of which it is not known whether it is there: only what a step of this stage wrote could have put it there. */
function likely(image: BuiltStage, path: string): Verdict {
  return unknown(`whether the image has ${path} is not known`, lastOf(image, 'copy', 'add', 'run'));
}

/** The instruction that brought a path into the image. */
function cameWith(image: BuiltStage, path: string) {
  const step = image.steps.findLast(
    ({ before, after }) =>
      before.files.lookup(path).is !== 'present' && after.files.lookup(path).is === 'present',
  );
  return step?.instruction.range;
}

function isRoot({ end: { config, accounts } }: BuiltStage): boolean {
  return identityOfUser(config.user, accounts).uid === 0;
}

/** The user that the container runs as may write at this path. */
export function writesTo(path: string): GoalCheck {
  return onImage((image) => {
    const { end } = image;
    const at = resolvePath(end.config.workdir ?? '/', path);
    // Docker makes a volume for root; only a directory that the image has at that path gives it another owner.
    if (end.config.volumes.includes(at) && end.files.lookup(at).is === 'absent' && !isRoot(image))
      return no(`The image has no ${at}, so that its volume belongs to root.`, lastOf(image, 'volume'));
    const allowed = mayWrite(end.files, at, identityOfUser(end.config.user, end.accounts));
    if (allowed === 'yes') return YES;
    const range = lastOf(image, 'user', 'copy', 'workdir');
    return allowed === 'no'
      ? no(`The user that the container runs as may not write to ${at}.`, range)
      : unknown(`who owns ${at} is not known`, range);
  });
}

/** The user that the container runs as owns nothing below this path: it cannot change its own program. */
export function readOnlyFor(path: string): GoalCheck {
  return onImage((image) => {
    const { end } = image;
    const at = resolvePath(end.config.workdir ?? '/', path);
    const allowed = mayWrite(end.files, at, identityOfUser(end.config.user, end.accounts));
    if (allowed === 'no') return YES;
    const range = lastOf(image, 'user', 'copy');
    return allowed === 'yes'
      ? no(`The user that the container runs as may change ${at}.`, range)
      : unknown(`who may write to ${at} is not known`, range);
  });
}

/** No layer of the image, not even a lower one, holds a file whose content includes this text. */
export function noSecretIn(secret: { path?: string; value?: string }): GoalCheck {
  return onImage((image, build, { project }): Verdict => {
    const stages = chain(image, build.stages);
    const handed = Object.entries(project.buildArgs ?? {}).flatMap(([name, value]) =>
      secret.value !== undefined && value.includes(secret.value) ? [name] : [],
    );
    for (const stage of stages) {
      for (const [number, step] of stage.steps.entries()) {
        const { instruction } = step;
        if (
          secret.value !== undefined &&
          (instruction.name === 'env' ||
            instruction.name === 'arg' ||
            instruction.name === 'run' ||
            instruction.name === 'label')
        ) {
          if (instruction.line.text.includes(secret.value))
            return no(
              'The secret stands in this instruction, and `docker history` shows it.',
              instruction.range,
            );
        }
        if (
          secret.value !== undefined &&
          [...step.after.config.env.values()].some((value) => value.includes(secret.value as string)) &&
          instruction.name === 'env'
        ) {
          return no(
            'The secret is in the environment of the image, and `docker inspect` shows it.',
            instruction.range,
          );
        }
        if (instruction.name === 'arg' && instruction.args.some(({ key }) => handed.includes(key.text)))
          return no(
            'The build is handed the secret as this argument, and `docker history` shows its value.',
            instruction.range,
          );
        for (const copied of step.copied) {
          const hit = holds(copied.node, copied.destination, secret);
          if (hit)
            return no(
              `${hit} is in layer ${number + 1} of this stage, also when a later step deletes it.`,
              instruction.range,
            );
        }
        if (
          instruction.name === 'run' &&
          secret.value !== undefined &&
          step.after.files !== step.before.files
        ) {
          const written = newText(step.before.files, step.after.files, secret.value);
          if (written)
            return no(
              `This step writes the secret to ${written}, which stays in its layer.`,
              instruction.range,
            );
        }
      }
    }
    return YES;
  });
}

/** The image's stage and the stages that it is built FROM: what is in its layers. */
function chain(image: BuiltStage, stages: readonly BuiltStage[]): BuiltStage[] {
  const found = [image];
  for (let { base } = image; base.kind === 'stage'; ) {
    const below = stages[base.stage];
    if (!below) break;
    found.unshift(below);
    base = below.base;
  }
  return found;
}

function holds(node: TreeNode, at: string, secret: { path?: string; value?: string }): string | null {
  for (const [below, entry] of walk(node)) {
    const path = below === '' ? at : `${at}/${below}`;
    if (
      secret.path !== undefined &&
      (path === secret.path || path.endsWith(`/${secret.path}`)) &&
      entry.kind !== 'dir'
    )
      return path;
    if (
      secret.value !== undefined &&
      entry.kind === 'file' &&
      entry.content.is === 'text' &&
      entry.content.text.includes(secret.value)
    )
      return path;
  }
  return null;
}

function newText(
  before: BuiltStage['end']['files'],
  after: BuiltStage['end']['files'],
  value: string,
): string | null {
  const root = after.lookup('/');
  if (root.is !== 'present') return null;
  for (const [path, node] of walk(root.node)) {
    if (node.kind !== 'file' || node.content.is !== 'text' || !node.content.text.includes(value)) continue;
    const old = before.lookup(`/${path}`);
    if (old.is !== 'present' || old.node !== node) return `/${path}`;
  }
  return null;
}
