import { listeningOf } from '../image/runtime/listening.ts';
import { probeOf } from '../image/runtime/probe.ts';
import { entryFile } from '../image/runtime/start.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

export interface HealthcheckWish {
  /** Port that the application listens on, where the exercise sets it. */
  port?: number;
  /** Path that it must ask for. */
  path?: string;
}

/**
 * The image has a health check that can succeed and can fail: its program is in the image, it asks the
 * application on the port that it listens on, and an error answer makes it fail.
 */
export function healthy(wish: HealthcheckWish = {}): GoalCheck {
  return onImage((image) => {
    const { end } = image;
    const { healthcheck } = end.config;
    const range = lastOf(image, 'healthcheck', 'cmd');
    if (healthcheck === undefined)
      return unknown('whether the base image has a health check is not known', range);
    if (healthcheck === null)
      return no(
        'The image has no HEALTHCHECK, so Docker cannot tell a working application from a broken one.',
        range,
      );
    if (healthcheck === 'none') return no('HEALTHCHECK NONE switches health checks off.', range);
    const probe = probeOf(end, healthcheck);
    if (probe.process.first !== undefined && end.hasCommand(probe.process.first) === 'no')
      return no(`The health check never succeeds: the image has no ${probe.process.first}.`, probe.range);
    for (const program of probe.programs) {
      const there = end.hasCommand(program);
      if (there === 'no')
        return no(`The health check never succeeds: the image has no ${program}.`, probe.range);
      if (there === 'unknown') return unknown(`whether the image has ${program} is not known`, probe.range);
    }
    const script = entryFile(end, probe.process);
    if (script?.candidates.every((path) => end.files.lookup(path).is === 'absent'))
      return no(`The health check never succeeds: ${script.failure}.`, probe.range);
    const expected = wish.port ?? listeningOf(end).port;
    if (probe.port !== undefined && expected !== undefined && probe.port !== expected)
      return no(
        `The health check asks port ${probe.port}, but the application listens on ${expected}.`,
        probe.range,
      );
    if (
      probe.host !== undefined &&
      !/^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|\$\(?hostname\)?)$/.test(probe.host)
    )
      return no(`The health check asks ${probe.host}, which is not this container.`, probe.range);
    if (wish.path !== undefined && probe.path !== undefined && !samePath(probe.path, wish.path))
      return no(`The health check asks for ${probe.path}, not for ${wish.path}.`, probe.range);
    if (probe.failsOnHttpError === false)
      return no(
        'The health check succeeds even when the application answers with an error such as 500. With curl, --fail changes that.',
        probe.range,
      );
    if (probe.programs.every((program) => TRIVIAL.has(program)))
      return no('This health check does not ask the application anything.', probe.range);
    if (wish.port !== undefined && probe.port === undefined && !script)
      return unknown('what the health check asks is not known', probe.range);
    return YES;
  });
}

const TRIVIAL = new Set(['true', 'exit', 'echo', ':', 'ls', 'pwd', 'whoami', 'id', 'date', 'sleep']);

function samePath(left: string, right: string): boolean {
  return left.replace(/\/$/, '') === right.replace(/\/$/, '');
}
