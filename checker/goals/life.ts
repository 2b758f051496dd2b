import { healthTimeline, healthTimes } from '../image/runtime/health-timeline.ts';
import { containerProcess, processOf } from '../image/runtime/process.ts';
import { stopContainer } from '../image/runtime/stop.ts';
import type { BuiltStage, Healthcheck } from '../image/types.ts';
import type { Verdict } from '../types.ts';
import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

/** `docker stop` lets the application finish: the signal that is sent reaches it, and it has a handler for it. */
export function stopsGracefully(): GoalCheck {
  return onImage((image) => {
    const process = containerProcess(image.end);
    const range = process?.range ?? lastOf(image, 'cmd', 'entrypoint');
    if (process === undefined) return unknown('what the base image starts is not known', range);
    if (process === null) return no('The image starts nothing.', range);
    const { signal, outcome, running } = stopContainer(image.end, process, { init: false, timeout: 10 });
    const first = running[0]?.argv[0]?.replace(/^.*\//, '');
    switch (outcome) {
      case 'graceful':
        // Nobody should depend on what a shell may or may not do.
        return process.chain.some(({ byItself }) => byItself)
          ? unknown('whether the shell steps aside for the application depends on the shell', range)
          : YES;
      case 'killed':
        return running.length > 1
          ? no(
              `${signal} goes to process 1, ${first}, which keeps it. After ten seconds everything is killed.`,
              range,
            )
          : no(
              `The application gets ${signal} and has no handler for it, so that nothing happens for ten seconds, until it is killed.`,
              range,
            );
      case 'cut-off':
        return no(
          `What stands in front of the application ends by ${signal}, and the application is killed with it, in the middle of its work.`,
          range,
        );
      case 'ended':
        return no(`${signal} ends the application at once: it has no handler for it.`, range);
      case 'unknown':
        return unknown(`what ${first ?? 'the application'} does with ${signal} is not known`, range);
    }
  });
}

/** With these words in `docker run`, in place of CMD, they become the process itself. */
export function handsOverTo(...words: readonly string[]): GoalCheck {
  return onImage((image): Verdict => {
    const { entrypoint } = image.end.config;
    const range = lastOf(image, 'entrypoint', 'cmd');
    if (entrypoint === undefined) return unknown('what the base image starts is not known', range);
    const ignored = entrypoint?.form === 'shell';
    const given = [...(entrypoint?.argv ?? []), ...(ignored ? [] : words)];
    const { argv, pid1 } = processOf(image.end, given, range);
    if (argv[0] === undefined)
      return unknown('what the start script does with its arguments is not known', range);
    if (argv.join(' ') !== words.join(' '))
      return no(`\`docker run shop ${words.join(' ')}\` starts \`${argv.join(' ')}\` all the same.`, range);
    return pid1 === 'application' || pid1 === 'init'
      ? YES
      : no('The start script stays in front of what it starts.', range);
  });
}

const plain = (words: readonly (string | undefined)[]) =>
  words.map((word) => word?.replace(/^\.\//, '')).join(' ');

/** The start script runs this command before the application. */
export function runsBefore(...words: readonly string[]): GoalCheck {
  return onImage((image) => {
    const process = containerProcess(image.end);
    const range = process?.range ?? lastOf(image, 'entrypoint', 'cmd');
    if (!process) return unknown('what the image starts is not known', range);
    const found = process.chain.some(({ before }) =>
      before.some((line) => plain(line).endsWith(plain(words))),
    );
    return found ? YES : no(`Nothing runs \`${words.join(' ')}\` before the service starts.`, range);
  });
}

/** A service that answers so many seconds after its start is never called unhealthy, and soon healthy. */
export function turnsHealthy(service: { readyAfter: number; within: number }): GoalCheck {
  return onHealthcheck((check, range) => {
    const runs = healthTimeline(healthTimes(check), service.readyAfter, 600);
    const bad = runs.find(({ status }) => status === 'unhealthy');
    if (bad)
      return no(
        `The container is called unhealthy ${bad.at} seconds after its start, while the service is still starting.`,
        range,
      );
    const good = runs.find(({ status }) => status === 'healthy');
    if (!good || good.at > service.within)
      return no(
        `The container is called healthy ${good ? `only ${good.at} seconds` : 'more than ten minutes'} after its start, though the service answers after ${service.readyAfter}.`,
        range,
      );
    return YES;
  });
}

/** A service that hangs is noticed within so many seconds, the timeouts of the checks counted. */
export function noticesWithin(seconds: number): GoalCheck {
  return onHealthcheck((check, range) => {
    const { interval, timeout, retries } = healthTimes(check);
    const longest = retries * (interval + timeout);
    return longest <= seconds
      ? YES
      : no(
          `A service that hangs is called unhealthy after up to ${longest} seconds: ${retries} times ${interval} seconds of waiting and ${timeout} of timeout.`,
          range,
        );
  });
}

function onHealthcheck(ask: (check: Healthcheck, range: ReturnType<typeof lastOf>) => Verdict): GoalCheck {
  return onImage((image: BuiltStage) => {
    const { healthcheck } = image.end.config;
    const range = lastOf(image, 'healthcheck', 'cmd');
    if (healthcheck === undefined)
      return unknown('whether the base image has a health check is not known', range);
    if (healthcheck === null || healthcheck === 'none') return no('The image has no health check.', range);
    return ask(healthcheck, range);
  });
}
