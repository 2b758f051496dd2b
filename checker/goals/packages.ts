import type { PackageManager } from '../image/types.ts';
import type { Range, Verdict } from '../types.ts';
import { hasRole, stepsOf } from './cache.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

/** The image has a program that can be called by this name. */
export function hasProgram(name: string): GoalCheck {
  return onImage((image) => {
    const there = image.end.hasCommand(name);
    if (there === 'yes') return YES;
    return there === 'no'
      ? no(`The image has no ${name}.`, image.from.range)
      : unknown(`whether the image has ${name} is not known`, image.from.range);
  });
}

/** The image does not have any of these programs: a compiler, a package manager of the build, a shell. */
export function hasNoProgram(...names: readonly string[]): GoalCheck {
  return onImage((image) => {
    const found = names.find((name) => image.end.hasCommand(name) === 'yes');
    if (found !== undefined) return no(`The image has ${found}.`, lastOf(image, 'run'));
    const open = names.find((name) => image.end.hasCommand(name) === 'unknown');
    return open === undefined ? YES : unknown(`whether the image has ${open} is not known`, image.from.range);
  });
}

/** A step of the image installs this package. */
export function installs(manager: PackageManager, name: string): GoalCheck {
  return onImage((image) => {
    const { installed, incomplete } = image.end.packages;
    if (installed.has(`${manager}:${name}`)) return YES;
    const range = lastOf(image, 'run');
    return incomplete.has(manager)
      ? unknown(`which packages are installed is not known in full`, range)
      : no(`Nothing installs ${name}.`, range);
  });
}

/**
 * A step of the build installs this package in this version, whether a list or the command names it; in whichever
 * stage, because an environment can be copied from one to the other.
 */
export function installsVersion(manager: PackageManager, name: string, version: string): GoalCheck {
  return onVersion(manager, name, (asked, range) => {
    if (asked === version) return YES;
    return asked === '*'
      ? no(`This installs whichever ${name} is the newest on that day.`, range)
      : no(`This installs ${name} ${asked}, not ${version}.`, range);
  });
}

/**
 * A step of the build installs this package in one exact version that is no older than the one named. Only versions
 * that are plain numbers are compared; a range, a pre-release or no version at all is not known.
 */
export function installsAtLeast(manager: PackageManager, name: string, oldest: string): GoalCheck {
  return onVersion(manager, name, (asked, range) => {
    const order = compareReleases(asked, oldest);
    if (order === undefined)
      return unknown(
        asked === '*'
          ? `which version of ${name} is installed is not known: none is written down`
          : `which version of ${name} \`${asked}\` installs is not known`,
        range,
      );
    return order >= 0 ? YES : no(`This installs ${name} ${asked}, older than ${oldest}.`, range);
  });
}

/** A question about the version that a package is asked for in, wherever the build installs it last. */
function onVersion(
  manager: PackageManager,
  name: string,
  ask: (version: string, range: Range | undefined) => Verdict,
): GoalCheck {
  return onImage((image, build) => {
    const key = `${manager}:${name}`;
    const stages = build.needed.flatMap((index) => build.stages[index] ?? []);
    const stage = stages.findLast(({ end }) => end.packages.installed.has(key));
    const there = stage?.end.packages.installed.get(key);
    if (!stage || !there)
      return stages.some(({ end }) => end.packages.incomplete.has(manager))
        ? unknown('which packages are installed is not known in full', lastOf(image, 'run'))
        : no(`Nothing installs ${name} by its name.`, lastOf(image, 'run'));
    const step = stage.steps.find(({ after }) => after.packages.installed.has(key));
    const range = step?.instruction.range;
    return there.version === undefined
      ? unknown(`which version of ${name} is installed is not known`, range)
      : ask(there.version, range);
  });
}

/**
 * Each step that installs packages of the distribution fetches the list of them itself. A list that an earlier
 * step fetched comes from the cache, as old as it may be, and what it names may be gone from the servers.
 */
export function fetchesPackageLists(): GoalCheck {
  return onImage((_image, build) => {
    const steps = stepsOf(build, 'system packages');
    if (steps.length === 0) return no('No step installs packages of the distribution.');
    for (const { ran, instruction } of steps) {
      let fresh = false;
      for (const call of ran) {
        const [program = '', ...args] = call.argv.map((word) => word ?? '?');
        const manager = program.replace(/^.*\//, '');
        fresh ||= args.includes('update') && ['apt-get', 'apt', 'apk'].includes(manager);
        if (!hasRole(call, 'system packages')) continue;
        const own = manager === 'apk' && args.some((arg) => /^(--no-cache|--update(-cache)?|-U)$/.test(arg));
        if (!fresh && !own && ['apt-get', 'apt', 'apk'].includes(manager))
          return no(`This step installs by a list that an earlier step fetched.`, instruction.range);
      }
    }
    return YES;
  });
}

/** Nothing in the image installs this package: development dependencies, build tools. */
export function installsNo(manager: PackageManager, ...names: readonly string[]): GoalCheck {
  return onImage((image) => {
    const { files, config, packages } = image.end;
    for (const name of names) {
      const step = image.steps.findLast(
        ({ before, after }) =>
          !before.packages.installed.has(`${manager}:${name}`) &&
          after.packages.installed.has(`${manager}:${name}`),
      );
      if (packages.installed.has(`${manager}:${name}`))
        return no(`The image has the package ${name}.`, step?.instruction.range ?? lastOf(image, 'run'));
      // A package that was copied in with node_modules stands in no list of what was installed.
      const modules = manager === 'npm' ? files.lookup(`${config.workdir ?? ''}/node_modules/${name}`) : null;
      if (modules?.is === 'present') return no(`The image has the package ${name}.`, lastOf(image, 'copy'));
    }
    return packages.incomplete.has(manager)
      ? unknown('which packages are installed is not known in full', lastOf(image, 'run'))
      : YES;
  });
}

/** Below zero when the first release is older; undefined when one of them is not plain numbers with dots. */
export function compareReleases(left: string, right: string): number | undefined {
  if (![left, right].every((version) => /^v?\d+(\.\d+)*$/.test(version))) return undefined;
  const [one, other] = [left, right].map((version) => version.replace(/^v/, '').split('.').map(Number));
  for (let at = 0; at < Math.max(one?.length ?? 0, other?.length ?? 0); at++) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
